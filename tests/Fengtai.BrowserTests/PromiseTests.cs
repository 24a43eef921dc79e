using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>A user asks for haste; the desk sees it, says what will be done and promises a time; the user reads both.</summary>
public sealed class PromiseTests(DemoServer server)
{
    [Fact]
    public async Task UserUrges_TheDeskTellsThePlan_AndPromisesATime()
    {
        var user = await server.OpenAsync(width: 390);
        await DemoServer.SignInAsync(user, (await server.LoginsAsync("用户"))[0], "/requests/new/describe");
        await user.FillAsync("[name=subject]", "投影仪没有信号");
        await user.FillAsync("[name=description]", "三楼会议室的投影仪没有信号。");
        await user.ClickAsync("form[action='/requests/new/check'] .at-foot button");
        await user.ClickAsync("form[action='/requests/new'] .at-foot button");
        await user.WaitForURLAsync("**/sent");
        var number = user.Url.Split('/')[^2];
        await user.GotoAsync($"/requests/{number}");
        await user.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await Expect(user.Locator(".standing")).ToContainTextAsync("已催办 1 次");
        Assert.Empty(await user.ViolationsAsync());

        var desk = await server.OpenAsync();
        await DemoServer.SignInAsync(desk, (await server.LoginsAsync("服务台坐席"))[0], $"/desk/tickets/{number}");
        await Expect(desk.Locator(".ticket-head")).ToContainTextAsync("催办 1 次");
        await desk.Keyboard.PressAsync("a");
        await Expect(desk.Locator(".ticket-head")).ToContainTextAsync("已受理");
        await desk.Keyboard.PressAsync("g");
        await desk.Keyboard.PressAsync("w");
        await desk.Locator("#step-plan textarea").FillAsync("先换线，再查接口");
        await desk.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Locator("#step-plan")).ToHaveCountAsync(0);
        await Expect(desk.Locator(".timeline")).ToContainTextAsync("先换线，再查接口");
        await desk.Keyboard.PressAsync("g");
        await desk.Keyboard.PressAsync("d");
        await desk.Locator("#step-promise textarea").FillAsync("恢复使用");
        await desk.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Locator(".page-body .notice").First).ToContainTextAsync("恢复使用");
        Assert.Empty(await desk.ViolationsAsync());

        // the open page of the user is told
        await Expect(user.Locator(".standing .notice")).ToContainTextAsync("恢复使用");
        await Expect(user.Locator(".timeline")).ToContainTextAsync("先换线，再查接口");
    }
}
