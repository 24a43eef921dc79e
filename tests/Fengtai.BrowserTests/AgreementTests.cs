using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A contract with a supplier, written down, read as a document and ended by keyboard, also on a phone.</summary>
public sealed class AgreementTests(DemoServer server)
{
    private const string Home = "/desk/agreements";

    [Theory]
    [InlineData(1440, "zh-CN", "Light", "专线维保", "联通")]
    [InlineData(390, "en", "Dark", "Line maintenance", "Carrier")]
    public async Task Keeper_WritesDownAContract_ReadsAndEndsIt(int width, string language, string theme, string name, string supplier)
    {
        var page = await server.OpenAsync(language, theme, width);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务级别经理"))[0], Home);
        Assert.Empty(await page.ViolationsAsync());
        await page.Locator($"a[href='{Home}/new?kind=uc']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name=name]").FillAsync(name);
        await page.Locator("[name=supplier]").FillAsync(supplier);
        await page.Locator("[name='normal.value']").FillAsync("0");
        await page.Locator("[name=name]").PressAsync("Enter");
        await Expect(page.Locator("#field-normal-value-error")).ToBeVisibleAsync();
        Assert.Empty(await page.ViolationsAsync());
        await page.Locator("[name='normal.value']").FillAsync("240");
        await page.Locator("[name=name]").PressAsync("Enter");

        var row = page.Locator("tr[data-row]", new() { HasText = name });
        await Expect(row).ToHaveCountAsync(1);
        var id = await row.GetAttributeAsync("data-row");
        await page.GotoAsync($"{Home}/{id}");
        await Expect(page.Locator(".sheet h1")).ToHaveTextAsync(name);
        Assert.Empty(await page.ViolationsAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.GotoAsync($"{Home}/{id}/edit");
        Assert.Empty(await page.ViolationsAsync());
        await page.Locator($"form[action='{Home}/{id}/end'] button").PressAsync("Enter");
        await page.WaitForURLAsync($"**{Home}");
        await Expect(page.Locator("tr[data-row]", new() { HasText = name })).ToHaveCountAsync(1);
    }
}
