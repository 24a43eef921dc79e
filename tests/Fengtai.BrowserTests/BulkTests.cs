using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>Many tickets at once, by keyboard.</summary>
public sealed class BulkTests(DemoServer server)
{
    [Fact]
    public async Task Lead_PicksPreviewsRunsAndUndoes()
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台主管"))[0], "/desk?view=all&status=open&-priority=urgent");
        await Expect(page.Locator("tr[data-row]").Nth(2)).ToBeVisibleAsync();
        foreach (var key in new[] { "j", "x", "j", "x", "i" })
        {
            await page.Keyboard.PressAsync(key);
        }
        await Expect(page.Locator("#bulk-classify")).ToBeVisibleAsync();
        Assert.Empty(await page.ViolationsAsync());
        await page.SelectOptionAsync("#bulk-classify [name=priority]", "urgent");
        await page.FillAsync("#bulk-classify [name=reason]", "年底盘点");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".batch tr[data-row]")).ToHaveCountAsync(2);
        await Expect(page.Locator("main")).ToContainTextAsync("还没有做任何改动");
        Assert.Empty(await page.ViolationsAsync());

        await page.Keyboard.PressAsync("y");
        await Expect(page.Locator("main")).ToContainTextAsync("已执行 2 张");
        Assert.Empty(await page.ViolationsAsync());
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("h1")).ToHaveTextAsync("撤销：批量分类定级");
        await Expect(page.Locator("main")).ToContainTextAsync("已执行 2 张");
        await page.GotoAsync("/desk/bulk");
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        Assert.Empty(await page.ViolationsAsync());
    }
}
