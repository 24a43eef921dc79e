using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A template on a ticket, by keyboard and by finger.</summary>
[Collection(QueueOfNewTickets.Name)]
public sealed class TemplateTests(DemoServer server)
{
    private const string Composer = "#composer [name=text]";

    [Fact]
    public async Task Slash_OffersTemplates_AndWhatIsMissingIsNoticedBeforeSending()
    {
        var page = await OpenTicketAsync(1440);
        var text = page.Locator(Composer);
        await text.PressSequentiallyAsync("1/2");
        await Expect(text).ToHaveValueAsync("1/2");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.PressAsync("/");
        var menu = page.Locator("#composer dialog[open]");
        await Expect(menu.Locator("[role=option]").First).ToBeVisibleAsync();
        Assert.Empty(await page.ViolationsAsync());

        // whoever wanted a slash gets it
        await page.Keyboard.TypeAsync("etc");
        await page.Keyboard.PressAsync("Escape");
        await Expect(text).ToHaveValueAsync("1/2\n/etc");

        await text.FillAsync("");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("cbhf");
        await Expect(menu.Locator("[role=option]")).ToHaveTextAsync(["催办回复所有服务人员"]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToHaveCountAsync(0);
        Assert.Contains("{{?预计时间}}", await text.InputValueAsync(), StringComparison.Ordinal);
        await Expect(page.Locator("#composer .gaps")).ToContainTextAsync("预计时间");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#composer .error-summary, #composer [role=alert]").First).ToContainTextAsync("预计时间");
        Assert.Contains("{{?预计时间}}", await text.InputValueAsync(), StringComparison.Ordinal);

        // each gap is selected in its turn, and typing fills it
        while (await page.Locator("#composer .gaps").IsVisibleAsync())
        {
            await page.Locator("#composer .gaps button").ClickAsync();
            await page.Keyboard.TypeAsync("今天 17:00");
        }
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".timeline .message").Last).ToContainTextAsync("今天 17:00");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task OnAPhone_TheButtonOffersThem_AndTheSecondTouchTakesOne()
    {
        var page = await OpenTicketAsync(390);
        await page.ClickAsync("#composer .templates > button");
        var option = page.Locator("#composer [role=option]").Filter(new() { HasText = "受理问候" });
        await option.ClickAsync();
        await Expect(page.Locator("#composer .says")).ToContainTextAsync("已受理，我是服务台");
        if (await page.Locator("#composer dialog[open]").CountAsync() > 0)
        {
            await option.ClickAsync();
        }
        Assert.Contains("已受理，我是服务台", await page.InputValueAsync(Composer), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenTicketAsync(int width)
    {
        var page = await server.OpenAsync(width: width);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk?view=new");
        await page.GotoAsync($"/desk/tickets/{await page.Locator("tr[data-row]").First.GetAttributeAsync("data-row")}");
        return page;
    }
}
