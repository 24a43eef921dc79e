using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Fengtai.BrowserTests;

/// <summary>What people do all day, as they do it.</summary>
public sealed partial class JourneyTests(DemoServer server)
{
    [Fact]
    public async Task Request_ReportedOnAPhoneWithoutScript_IsAcceptedAssignedSolvedConfirmedAndRated()
    {
        var user = await server.OpenAsync(width: 390, script: false);
        await DemoServer.SignInAsync(user, (await server.LoginsAsync("用户"))[0], "/requests/new/describe");
        await user.FillAsync("[name=subject]", "会议室投影仪没有画面");
        await user.FillAsync("[name=description]", "接上电脑后蓝屏，换了线也不行。");
        await user.SetInputFilesAsync("[name=files]", new FilePayload { Name = "现场.txt", MimeType = "text/plain", Buffer = "HDMI"u8.ToArray() });
        await user.ClickAsync("form[action='/requests/new/check'] .at-foot button");
        await Expect(user.Locator("main")).ToContainTextAsync("会议室投影仪没有画面");
        await user.ClickAsync("form[action='/requests/new'] .at-foot button");
        await Expect(user).ToHaveURLAsync(SentAddress);
        var number = user.Url.Split('/')[^2];

        var agent = await server.OpenAsync();
        await DemoServer.SignInAsync(agent, (await server.LoginsAsync("服务台坐席"))[0], $"/desk/tickets/{number}");
        await agent.ClickAsync("form[action$='/accept'] button");
        await Expect(agent.Locator("form[action$='/accept']")).ToHaveCountAsync(0);
        await agent.ClickAsync("a[href$='/assign'] >> nth=0");
        var engineerLogin = (await server.LoginsAsync("运维工程师"))[0];
        await agent.Locator("#step-assign [name=assignee]").SelectOptionAsync(engineerLogin);
        await agent.ClickAsync("#step-assign .actions button");
        await Expect(agent.Locator("#step-assign")).ToHaveCountAsync(0);

        var engineer = await server.OpenAsync(width: 390);
        await DemoServer.SignInAsync(engineer, engineerLogin, $"/desk/tickets/{number}");
        await engineer.ClickAsync("form[action$='/start'] button >> visible=true");
        await Expect(engineer.Locator("form[action$='/start']")).ToHaveCountAsync(0);
        await engineer.GotoAsync($"/desk/tickets/{number}/resolve");
        await engineer.FillAsync("[name=solution]", "换了转接头，画面正常。");
        await engineer.FillAsync("[name=cause]", "转接头接触不良");
        await engineer.FillAsync("[name=tested]", "放了一页幻灯片");
        await engineer.ClickAsync("#step-resolve .actions button");
        await Expect(engineer).ToHaveURLAsync(new Uri(new Uri(server.Address), $"/desk/tickets/{number}").ToString());

        await user.GotoAsync($"/requests/{number}");
        await Expect(user.Locator("main")).ToContainTextAsync("换了转接头");
        await Expect(user.Locator("main")).Not.ToContainTextAsync("转接头接触不良");
        await user.ClickAsync("form[action$='/confirm'] button");
        await user.CheckAsync("form[action$='/rate'] [name=overall][value='5']", new() { Force = true });
        await user.ClickAsync("form[action$='/rate'] .actions button");
        await user.GotoAsync($"/requests/{number}/report");
        await Expect(user.Locator("main")).ToContainTextAsync("换了转接头");
    }

    [Fact]
    public async Task ChangeByOthers_Appears_AndWhatIsBeingTypedStays()
    {
        var agents = await server.LoginsAsync("服务台坐席");
        var watching = await server.OpenAsync();
        await DemoServer.SignInAsync(watching, agents[0], "/desk?view=all&sort=openedAt");
        await watching.ClickAsync("a[href^='/desk/tickets/1'] >> nth=0");
        await Expect(watching.Locator("#composer")).ToBeVisibleAsync();
        await watching.FillAsync("#composer [name=text]", "正在打的字");

        var other = await server.OpenAsync();
        await DemoServer.SignInAsync(other, agents[1], new Uri(watching.Url).AbsolutePath);
        var word = $"同事的备注 {Guid.NewGuid():N}"[..18];
        await other.CheckAsync("#composer [name=visibility][value=internal]", new() { Force = true });
        await other.FillAsync("#composer [name=text]", word);
        await other.ClickAsync("#composer .bar button");
        await Expect(other.Locator("main")).ToContainTextAsync(word);

        await Expect(watching.Locator("main")).ToContainTextAsync(word);
        await Expect(watching.Locator("#composer [name=text]")).ToHaveValueAsync("正在打的字");
    }

    [Fact]
    public async Task Queue_IsWorkedByKeyboard()
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk?view=all");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("tr.current")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(TicketAddress);
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Caller_TypedFasterThanTheSuggestionsCome_IsTheOneWhoWasTyped()
    {
        var page = await server.OpenAsync();
        await DemoServer.SignInAsync(page, (await server.LoginsAsync("服务台坐席"))[0], "/desk/tickets/new");
        var options = page.Locator(".combobox [role=option]");
        await page.FillAsync("[name=person]", "王");
        await options.First.WaitForAsync();
        var wanted = await options.Last.GetAttributeAsync("data-text") ?? "";
        Assert.NotEqual(wanted, await options.First.GetAttributeAsync("data-text"));

        await page.FillAsync("[name=person]", wanted);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[name=person]")).ToHaveValueAsync(wanted);
        await Expect(page.Locator("[name=requester]")).Not.ToHaveValueAsync("");
    }

    [GeneratedRegex(@"/requests/\d+/sent", RegexOptions.None, 1000)]
    private static partial Regex SentAddress { get; }

    [GeneratedRegex(@"/desk/tickets/\d+", RegexOptions.None, 1000)]
    private static partial Regex TicketAddress { get; }
}
