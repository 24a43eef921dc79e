using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A promise of its own for some tickets, added and put in its place by keyboard, also on a phone.</summary>
public sealed class PolicyTests(DemoServer server)
{
    private const string Home = "/admin/service-levels";

    [Theory]
    [InlineData(1440, "zh-CN", "Light", "访客中心")]
    [InlineData(390, "en", "Dark", "Visitor centre")]
    public async Task Keeper_AddsAPolicy_AndMovesIt(int width, string language, string theme, string name)
    {
        var page = await server.OpenAsync(language, theme, width);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务级别经理"))[0], Home);
        Assert.Empty(await page.ViolationsAsync());
        await page.Locator("a[href='/admin/service-levels/new']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("[name=name]").FillAsync(name);
        await page.Locator("[name=sites]").FillAsync(name);
        await page.Locator("[name='resolution.value']").FillAsync("0");
        await page.Locator(".policy-part summary").Last.PressAsync("Enter");
        await page.Locator("[name='step0.moment']").SelectOptionAsync("due");
        await page.Locator("[name='step0.acts'][value=tellLead]").PressAsync("Space");
        await page.Locator("[name=name]").PressAsync("Enter");
        await Expect(page.Locator("#field-resolution-value-error")).ToBeVisibleAsync();
        Assert.Empty(await page.ViolationsAsync());
        await page.Locator("[name='resolution.value']").FillAsync("45");
        await page.Locator("[name=name]").PressAsync("Enter");

        var row = page.Locator("tr[data-row]", new() { HasText = name });
        await Expect(row).ToHaveCountAsync(1);
        var id = await row.GetAttributeAsync("data-row");
        Assert.Equal(id, await page.Locator("tr[data-row]").First.GetAttributeAsync("data-row"));
        await page.Locator($"#down-{id}").PressAsync("Enter");
        await Expect(page.Locator("tr[data-row]").Nth(1)).ToHaveAttributeAsync("data-row", id!);
        await page.GotoAsync($"{Home}/{id}");
        Assert.Empty(await page.ViolationsAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
