using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>From a month's figure to a ticket behind it, and what another promise would have made of it; also on a phone.</summary>
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

    [Fact]
    public async Task Keeper_TriesAPolicy_AndIsTakenToWhatItSays()
    {
        var page = await server.OpenAsync("en", "Dark", 390);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务级别经理"))[0], "/admin/service-levels");
        await page.GetByRole(AriaRole.Link, new() { Name = "Normal", Exact = true }).ClickAsync();
        await page.Locator("[name='firstResponse.value']").FillAsync("5");
        await page.Locator("button[formaction]").PressAsync("Enter");
        await Expect(page.Locator(".trial")).ToBeFocusedAsync();
        await Expect(page.Locator(".trial")).ToBeInViewportAsync();
        await Expect(page.Locator(".trial td.worse").First).ToBeVisibleAsync();
        await Expect(page.Locator("[name='firstResponse.value']")).ToHaveValueAsync("5");
        await FitsAsync(page);
    }

    private static async Task FitsAsync(IPage page)
    {
        Assert.Empty(await page.ViolationsAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
