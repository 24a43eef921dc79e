using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A macro on a ticket, by keyboard alone.</summary>
[Collection(QueueOfNewTickets.Name)]
public sealed class MacroTests(DemoServer server)
{
    [Fact]
    public async Task Macro_IsFoundShownAndRun_WithoutTheMouse()
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk?view=new");
        await page.GotoAsync($"/desk/tickets/{await page.Locator("tr[data-row]").Last.GetAttributeAsync("data-row")}");
        await Expect(page.Locator(".timeline")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync(".");
        var drawer = page.Locator("#drawer");
        await Expect(drawer.Locator("input[type=search]")).ToBeFocusedAsync();
        Assert.Empty(await page.ViolationsAsync());
        await page.Keyboard.TypeAsync("打印机报修");
        await page.Keyboard.PressAsync("Enter");
        await Expect(drawer.Locator(".macro-steps > li")).ToHaveCountAsync(4);
        await Expect(drawer.Locator(".macro-steps")).ToContainTextAsync("打印问题已转给桌面支持组");
        Assert.Empty(await page.ViolationsAsync());
        await drawer.Locator("button.primary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(drawer.Locator(".macro-steps")).ToHaveCountAsync(0);
        await Expect(page.Locator(".timeline")).ToContainTextAsync("运行了宏「打印机报修派桌面组」");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Form_KeepsWhatWasTyped_WhenStepsAreMoved()
    {
        var page = await server.OpenAsync(width: 390);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk/templates/macros/new");
        await AddAsync(page, "assign", 1);
        await AddAsync(page, "notes", 2);
        await page.FillAsync(".macro-steps li:nth-child(2) textarea", "您好");
        await page.ClickAsync("button[value^='up:']");
        await Expect(page.Locator(".macro-steps li:nth-child(1) textarea")).ToHaveValueAsync("您好");
        await Expect(page.Locator(".macro-steps li:nth-child(2) textarea")).ToHaveValueAsync("");
        Assert.Empty(await page.ViolationsAsync());
        await page.Context.CloseAsync();
    }

    private static async Task AddAsync(IPage page, string act, int steps)
    {
        await page.SelectOptionAsync("[name=newAct]", act);
        await page.ClickAsync("button[value=add]");
        await Expect(page.Locator(".macro-steps > li")).ToHaveCountAsync(steps);
    }
}
