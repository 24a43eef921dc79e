using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>From a month's figure to a ticket behind it, also on a phone.</summary>
public sealed class LevelReportTests(DemoServer server)
{
    [Theory]
    [InlineData(1440, "zh-CN", "Light")]
    [InlineData(390, "en", "Dark")]
    public async Task Manager_GoesFromAFigureToItsTickets(int width, string language, string theme)
    {
        var page = await server.OpenAsync(language, theme, width);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务级别经理"))[0], "/desk/service-levels/report");
        await Expect(page.Locator(".report-card").First).ToBeVisibleAsync();
        await page.Locator("[name=kind]").SelectOptionAsync("take");
        await page.Locator("[name=by]").SelectOptionAsync("priority");
        await page.Locator(".report-filters button").PressAsync("Enter");
        await Expect(page.Locator(".report-card")).ToHaveCountAsync(1);
        await FitsAsync(page);

        var missed = page.Locator("tr.sum a[href*='state=missed']").First;
        var count = int.Parse((await missed.InnerTextAsync()).Split(' ')[0].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        await missed.PressAsync("Enter");
        await Expect(page.Locator(".decided tbody tr")).ToHaveCountAsync(Math.Min(count, 50));
        await FitsAsync(page);
        await page.Locator(".decided a").First.ClickAsync();
        await page.WaitForURLAsync("**/desk/tickets/*");
        await Expect(page.Locator(".clocks")).ToBeVisibleAsync();
    }

    private static async Task FitsAsync(IPage page)
    {
        Assert.Empty(await page.ViolationsAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
