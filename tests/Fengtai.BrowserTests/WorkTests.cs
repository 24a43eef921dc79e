using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A check-list and the time it took, by keyboard.</summary>
public sealed class WorkTests(DemoServer server)
{
    [Fact]
    public async Task Agent_PastesACheckList_TicksIt_AndEntersTheTime()
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk?view=all&status=inProgress");
        await page.Locator("tr[data-row] a[data-row-link]").First.ClickAsync();
        await Expect(page.Locator("#add-tasks")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("#task-text")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("1. 备份数据\n2. 重装系统");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".tasks li")).ToHaveCountAsync(2);
        await page.Locator(".tasks .tick").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".tasks header")).ToContainTextAsync("1/2");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("#time-spent")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("1h30");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".time-spent header")).ToContainTextAsync("1 小时 30 分");
        await page.Locator("#time-spent").BlurAsync();
        Assert.Empty(await page.ViolationsAsync());
        await page.Keyboard.PressAsync("e");
        await Expect(page.Locator("#step-resolve .notice, .drawer .notice")).ToContainTextAsync("还有 1 项任务没有完成");
    }
}
