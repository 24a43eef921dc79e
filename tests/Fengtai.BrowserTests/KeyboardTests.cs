using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A day at the desk without touching the mouse.</summary>
[Collection(QueueOfNewTickets.Name)]
public sealed partial class KeyboardTests(DemoServer server)
{
    [Fact]
    public async Task Agent_LooksOpensAnswersSolvesAndGoesOn()
    {
        var page = await AgentAsync("/desk?view=new");
        var rows = page.Locator("tr[data-row]");
        await Expect(rows.Nth(2)).ToBeVisibleAsync();
        var numbers = await rows.EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.row)");

        await PressAsync(page, "j", "Space");
        await Expect(page.Locator("[data-preview]")).ToContainTextAsync(numbers[0]);
        await PressAsync(page, "j");
        await Expect(page.Locator("[data-preview]")).ToContainTextAsync(numbers[1]);
        await PressAsync(page, "Enter");
        await Expect(page).ToHaveURLAsync(TicketOf(numbers[1]));

        await PressAsync(page, "a");
        await Expect(page.Locator("form[action$='/accept']")).ToHaveCountAsync(0);
        await PressAsync(page, "r");
        var word = $"您好，马上处理 {numbers[1]}";
        await page.Keyboard.TypeAsync(word);
        await PressAsync(page, "Control+Enter");
        await Expect(page.Locator(".timeline")).ToContainTextAsync(word);
        await PressAsync(page, "Escape", "f");
        await Expect(page.Locator("#step-solveAtOnce [name=solution]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("重装了驱动");
        await PressAsync(page, "Tab");
        await page.Keyboard.TypeAsync("驱动损坏");
        await PressAsync(page, "Tab");
        await page.Keyboard.TypeAsync("打印了一页");
        await PressAsync(page, "Control+Enter");
        await Expect(page.Locator("#step-solveAtOnce")).ToHaveCountAsync(0);
        await Expect(page.Locator(".timeline")).ToContainTextAsync("重装了驱动");

        await PressAsync(page, "j");
        await Expect(page).ToHaveURLAsync(TicketOf(numbers[2]));
        await PressAsync(page, "Escape");
        await Expect(page).ToHaveURLAsync(QueueOfNew);
        await Expect(page.Locator("tr.current")).ToHaveAttributeAsync("data-row", numbers[2]);
    }

    [Fact]
    public async Task Palette_LeadsToPlacesTicketsAndActs()
    {
        var page = await AgentAsync("/desk?view=all");
        var number = (await page.Locator("tr[data-row]").Nth(3).GetAttributeAsync("data-row"))!;

        await PressAsync(page, "Control+k");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "命令面板" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(number);
        await PressAsync(page, "Enter");
        await Expect(page).ToHaveURLAsync(TicketOf(number));

        await PressAsync(page, "Control+k");
        await page.Keyboard.TypeAsync("内部备注");
        await PressAsync(page, "Enter");
        await Expect(page.Locator("#composer [name=text]")).ToBeFocusedAsync();
        await Expect(page.Locator("#composer [value=internal]")).ToBeCheckedAsync();

        await PressAsync(page, "Control+k");
        await page.Keyboard.TypeAsync("zjkg");
        await Expect(page.Locator("#palette [aria-selected=true]")).ToContainTextAsync("最近看过");
        await PressAsync(page, "Enter");
        await Expect(page.Locator($"a[data-row='{number}']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_AreListedAsTheyAreBound_AndRestWhileSomebodyTypes()
    {
        var page = await AgentAsync("/desk?view=all");
        await PressAsync(page, "j", "x", "j", "x");
        await Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("2");
        Assert.Equal(2, await page.EvaluateAsync<int>("new FormData(document.getElementById('picked')).getAll('tickets').length"));
        await PressAsync(page, "Escape");
        await Expect(page.Locator("[data-bulk]")).ToBeHiddenAsync();

        await PressAsync(page, "?");
        var keys = page.Locator("dialog#keys[open] [data-keys-own]");
        await Expect(keys).ToContainTextAsync("选中这一行");
        await Expect(page.Locator("[data-keys-here]")).ToContainTextAsync("工单队列");
        await PressAsync(page, "Escape", "Enter");
        await Expect(page.Locator("#composer")).ToBeVisibleAsync();
        await PressAsync(page, "?");
        await Expect(page.Locator("[data-keys-here]")).ToContainTextAsync("内部备注");
        await Expect(keys).Not.ToContainTextAsync("选中这一行");

        await PressAsync(page, "Escape", "n");
        await page.Keyboard.TypeAsync("jkxa?/ gq");
        await Expect(page.Locator("#composer [name=text]")).ToHaveValueAsync("jkxa?/ gq");
        await PressAsync(page, "Escape", "Shift+j", "Alt+j", "Control+Shift+k");
        await Expect(page.Locator("#composer")).ToBeVisibleAsync();
        await Expect(page.Locator("#palette")).ToBeHiddenAsync();
    }

    /// <summary>What is close to its deadline is one key away; the last view has the last digit.</summary>
    [Fact]
    public async Task DueSoon_IsOneKeyAway()
    {
        var page = await AgentAsync("/desk?view=new");
        await PressAsync(page, "6");
        await Expect(page).ToHaveURLAsync(DueSoonView());
        await Expect(page.Locator("tr[data-row]")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("tr[data-row]:not(:has(.due .red, .due .orange))")).ToHaveCountAsync(0);
        await PressAsync(page, "0");
        await Expect(page).ToHaveURLAsync(AllView());
    }

    [Fact]
    public async Task Row_AcceptedInItsPreview_LeavesTheListToTheNext()
    {
        var page = await AgentAsync("/desk?view=new");
        var rows = page.Locator("tr[data-row]");
        await PressAsync(page, "j");
        var accepted = (await rows.Nth(0).GetAttributeAsync("data-row"))!;
        var next = (await rows.Nth(1).GetAttributeAsync("data-row"))!;
        await PressAsync(page, "Space");
        await Expect(page.Locator("[data-preview]")).ToContainTextAsync(accepted);
        await PressAsync(page, "a");
        await Expect(page.Locator($"tr[data-row='{accepted}']")).ToHaveCountAsync(0);
        await Expect(page.Locator("tr.current")).ToHaveAttributeAsync("data-row", next);
        await PressAsync(page, "Space");
        await Expect(page.Locator("[data-preview]")).ToContainTextAsync(next);
    }

    [Fact]
    public async Task Palette_DropsLateAnswers_AndLeavesCompositionAlone()
    {
        var page = await AgentAsync("/desk?view=all");
        var number = (await page.Locator("tr[data-row]").Nth(0).GetAttributeAsync("data-row"))!;
        var late = new TaskCompletionSource();
        await page.RouteAsync(url => url.Contains("/palette?q=99&", StringComparison.Ordinal), async route =>
        {
            await late.Task;
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<div role='option' data-href='/late'>late</div>" });
        });
        await PressAsync(page, "Control+k");
        var asked = page.WaitForRequestAsync(r => r.Url.Contains("?q=99&", StringComparison.Ordinal));
        await page.Keyboard.TypeAsync("99");
        await asked;
        await page.Locator("#palette input").FillAsync(number);
        var found = page.Locator("#palette [aria-selected=true]");
        await Expect(found).ToContainTextAsync(number);
        late.SetResult();
        await Expect(found).ToContainTextAsync(number);
        await Expect(page.Locator("#palette")).Not.ToContainTextAsync("late");

        await found.EvaluateAsync("() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))");
        await Expect(page.Locator("#palette")).ToBeVisibleAsync();
        await PressAsync(page, "Escape");
        await page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', isComposing: true, bubbles: true }))");
        await Expect(page.Locator("tr.current")).ToHaveCountAsync(0);
    }

    /// <summary>Each note makes the open page refresh itself, while the next one may be on its way.</summary>
    [Fact]
    public async Task NotesInQuickSuccession_AllArrive()
    {
        var page = await AgentAsync("/desk?view=owned");
        await PressAsync(page, "j", "Enter");
        await Expect(page.Locator("#composer")).ToBeVisibleAsync();
        await PressAsync(page, "n");
        for (var i = 0; i < 6; i++)
        {
            await page.Keyboard.TypeAsync($"备注 {i} 号");
            await PressAsync(page, "Control+Enter");
            await Expect(page.Locator(".timeline")).ToContainTextAsync($"备注 {i} 号");
            await Expect(page.Locator("#composer [name=text]")).ToHaveValueAsync("");
        }
    }

    private async Task<IPage> AgentAsync(string wanted)
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], wanted);
        await Expect(page.Locator("tr[data-row]").First).ToBeVisibleAsync();
        return page;
    }

    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    private static Regex TicketOf(string number) => new($"/desk/tickets/{number}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("view=dueSoon$", RegexOptions.None, 1000)]
    private static partial Regex DueSoonView();

    [GeneratedRegex("view=all$", RegexOptions.None, 1000)]
    private static partial Regex AllView();

    [GeneratedRegex(@"/desk\?view=new$", RegexOptions.None, 1000)]
    private static partial Regex QueueOfNew { get; }
}
