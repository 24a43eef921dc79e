using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>The desk on a phone.</summary>
public sealed class PhoneDeskTests(DemoServer server)
{
    [Fact]
    public async Task CurrentView_IsInSight_AmongMany()
    {
        var page = await server.OpenAsync(width: 390);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk?view=all&status=open&sort=nextDue");

        await Expect(page.Locator(".narrow-views a[aria-current]")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await page.ViolationsAsync());
    }
}
