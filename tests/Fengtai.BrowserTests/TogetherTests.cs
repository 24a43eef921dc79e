using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>Two people on one ticket, each in a browser of their own.</summary>
[Collection(QueueOfNewTickets.Name)]
public sealed class TogetherTests(DemoServer server)
{
    private const string Composer = "#composer [name=text]";
    private const string Scrolled = "`${scrollY} ${document.querySelector('main').scrollTop}`";

    [Fact]
    public async Task WhoIsHereAndWhoIsWriting_IsSeenByTheOther_UntilTheyLeave()
    {
        var (one, other) = await BothAsync();
        var name = await other.Locator(".side .foot summary .truncated").InnerTextAsync();
        var seen = one.Locator("#presence li");
        await Expect(seen).ToHaveCountAsync(1);
        await Expect(seen).ToContainTextAsync("也在看");
        await Expect(seen).ToContainTextAsync(name);
        await other.Locator(Composer).PressSequentiallyAsync("我来回");
        await Expect(seen).ToContainTextAsync("正在输入");
        await Expect(one.Locator("#presence [aria-live=polite]")).ToContainTextAsync("正在输入");
        await other.Context.CloseAsync();
        await Expect(seen).ToHaveCountAsync(0);
        await one.Context.CloseAsync();
    }

    [Fact]
    public async Task AnswerOfAColleague_IsToldAboveTheButton_BeforeOnesOwnIsSent()
    {
        var (one, other) = await BothAsync();
        await one.FillAsync(Composer, "写到一半");
        var word = Word();
        await AnswerAsync(other, word);
        var news = one.Locator("#composer .news");
        await Expect(news).ToBeVisibleAsync();
        await Expect(news.Locator("li:visible")).ToHaveCountAsync(1);
        await Expect(one.Locator(await news.Locator("li:visible a").GetAttributeAsync("href") ?? "")).ToContainTextAsync(word);
        await Expect(one.Locator(Composer)).ToHaveValueAsync("写到一半");

        // who has had it in sight may send
        await Expect(one.Locator("#composer [name=seen]")).ToHaveValueAsync(await news.Locator("li:visible").GetAttributeAsync("data-event") ?? "");
        var own = Word();
        await one.FillAsync(Composer, own);
        await one.PressAsync(Composer, "Control+Enter");
        await Expect(one.Locator(".timeline")).ToContainTextAsync(own);
        await Expect(news).ToBeHiddenAsync();
        await Expect(one.Locator(Composer)).ToHaveValueAsync("");
        await CloseAsync(one, other);
    }

    [Fact]
    public async Task AnswerHeldBackByTheServer_StaysThroughLiveRefreshes_AndGoesWithOneMoreClick()
    {
        var (one, other) = await BothAsync();
        // as if the connection had been away: nothing is told live
        await one.EvalOnSelectorAllAsync("[data-live-topics]", "all => all.forEach(e => e.removeAttribute('data-live-topics'))");
        var own = Word();
        await one.FillAsync(Composer, own);
        await AnswerAsync(other, Word());
        await one.PressAsync(Composer, "Control+Enter");
        await Expect(one.Locator("#composer .news")).ToBeVisibleAsync();
        await Expect(one.Locator(Composer)).ToHaveValueAsync(own);
        var later = Word();
        await other.CheckAsync("#composer [name=visibility][value=internal]", new() { Force = true });
        await other.FillAsync(Composer, later);
        await other.ClickAsync("#composer .bar button");
        await Expect(one.Locator(".timeline")).ToContainTextAsync(later);
        await Expect(one.Locator("html:not([data-busy])")).ToHaveCountAsync(1);
        await Expect(one.Locator(Composer)).ToHaveValueAsync(own);
        await one.PressAsync(Composer, "Control+Enter");
        await Expect(one.Locator(".timeline")).ToContainTextAsync(own);
        await CloseAsync(one, other);
    }

    [Fact]
    public async Task LiveRefresh_LeavesTextCaretSelectionScrollMenuAndDrawerWhereTheyAre()
    {
        var (one, other) = await BothAsync();
        await one.FillAsync(Composer, "第一行\n第二行\n第三行");
        await one.EvalOnSelectorAsync(Composer, "t => { t.focus(); t.setSelectionRange(2, 6) }");
        await one.EvaluateAsync("scrollTo(0, 120); document.querySelector('main').scrollTo(0, 120)");
        var before = await one.EvaluateAsync<string>(Scrolled);
        await AnswerSeenAsync(other, one);
        Assert.Equal("2-6", await one.EvalOnSelectorAsync<string>(Composer, "t => document.activeElement === t ? `${t.selectionStart}-${t.selectionEnd}` : ''"));
        Assert.Equal(before, await one.EvaluateAsync<string>(Scrolled));
        await Expect(one.Locator(Composer)).ToHaveValueAsync("第一行\n第二行\n第三行");

        await one.ClickAsync(".ticket-head .actions details > summary");
        await AnswerSeenAsync(other, one);
        await Expect(one.Locator(".ticket-head .actions details[open]")).ToHaveCountAsync(1);

        await one.ClickAsync(".ticket-head .actions details > summary");
        await one.PressAsync("aside a[href$='/classify'] >> nth=0", "Enter");
        await one.FillAsync("#drawer [name=reason]", "还没写完");
        await AnswerSeenAsync(other, one);
        await Expect(one.Locator("#drawer [name=reason]")).ToHaveValueAsync("还没写完");
        await Expect(one.Locator("#drawer [name=reason]")).ToBeFocusedAsync();
        await CloseAsync(one, other);
    }

    private static string Word() => $"答复 {Guid.NewGuid():N}"[..12];

    private static async Task AnswerAsync(IPage page, string word)
    {
        await page.FillAsync(Composer, word);
        await page.PressAsync(Composer, "Control+Enter");
        await Expect(page.Locator(".timeline").First).ToContainTextAsync(word);
    }

    private static async Task AnswerSeenAsync(IPage page, IPage by)
    {
        var word = Word();
        await AnswerAsync(page, word);
        await Expect(by.Locator(".timeline").First).ToContainTextAsync(word);
    }

    private async Task<(IPage One, IPage Other)> BothAsync()
    {
        var agents = await server.LoginsAsync("服务台坐席");
        var one = await server.OpenAsync();
        await DemoServer.SignInAsync(one, agents[0], "/desk?view=new");
        await one.ClickAsync("a[href^='/desk/tickets/1'] >> nth=0");
        await one.ClickAsync(".ticket-head form[action$='/accept'] button");
        await Expect(one.Locator(".ticket-head form[action$='/accept']")).ToHaveCountAsync(0);
        var other = await server.OpenAsync();
        await DemoServer.SignInAsync(other, agents[1], new Uri(one.Url).AbsolutePath);
        await Expect(other.Locator("#composer")).ToBeVisibleAsync();
        return (one, other);
    }

    private static async Task CloseAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.Context.CloseAsync();
        }
    }
}
