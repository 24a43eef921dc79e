using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A year of a calendar, painted by mouse and by keyboard.</summary>
public sealed class CalendarTests(DemoServer server)
{
    private const string Office = "/admin/calendars/0199aa00-0000-7000-8000-000000000c02/days?year=2027&month=2";

    [Fact]
    public async Task Keeper_PaintsDays_ByMouseAndByKeyboard_AndSaves()
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务级别经理"))[0], Office);
        await Expect(page.Locator("#day-2027-02-01")).ToHaveAttributeAsync("tabindex", "0");

        var (from, to) = (await MiddleAsync(page, "2027-02-08"), await MiddleAsync(page, "2027-02-10"));
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".day.painted")).ToHaveCountAsync(3);

        await page.Locator("input[name=as][value=work]").CheckAsync();
        await page.Locator("#day-2027-02-12").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".day.painted")).ToHaveCountAsync(5);
        await Expect(page.Locator("#day-2027-02-14")).ToBeFocusedAsync();
        Assert.Empty(await page.ViolationsAsync());

        await page.Locator(".painted-bar button.primary").ClickAsync();
        await Expect(page.Locator(".day.painted")).ToHaveCountAsync(0);
        await Expect(page.Locator(".month .own-off")).ToHaveCountAsync(3);
        await Expect(page.Locator(".month .own-hours")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task WithoutScript_DaysAreCheckBoxes()
    {
        var page = await server.OpenAsync(width: 390, script: false);
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务级别经理"))[0], Office.Replace("0c02", "0c01", StringComparison.Ordinal));

        await page.Locator("#day-2027-02-03").CheckAsync(new() { Force = true });
        await page.Locator(".paint-bar button").ClickAsync();
        await Expect(page.Locator(".day.painted")).ToHaveCountAsync(1);
        await page.Locator(".painted-bar button.primary").ClickAsync();

        await Expect(page.Locator(".month .own-off")).ToHaveCountAsync(1);
    }

    private static async Task<(float X, float Y)> MiddleAsync(IPage page, string day)
    {
        var box = (await page.Locator($".day:has(#day-{day})").BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }
}
