using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Portal;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels.Portal;

/// <summary>What the user reads of the clocks on the page of their request.</summary>
public sealed class RequestPromiseTests(PortalDesk desk) : IClassFixture<PortalDesk>
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Page_SaysUntilWhenItIsSolved_AndWhatIsHeardBefore()
    {
        At(Monday);
        var number = await desk.ReportAsync();
        await SaysAsync(number, "最迟 10:00 受理", "我们承诺周四 03-05 17:30 前解决。");
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "classify", new { impact = "high", urgency = "high", priority = "urgent", reason = "全楼都打不了" });
        await SaysAsync(number, "我们承诺今天 10:00 前解决。");
        At(Monday.AddHours(2));
        await SaysAsync(number, "我们承诺过今天 10:00 前解决，没有做到，非常抱歉。");
        await DoAsync(desk.Agent, number, "resolve", new { solution = "换了硒鼓", cause = "硒鼓坏了", tested = "打印测试页" });
        Assert.DoesNotContain("承诺", await StandingAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextWord_ThatThePageDoesNotSayItself_IsSaidOnce()
    {
        At(Monday);
        var number = await desk.ReportAsync();
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "notes", new { text = "马上来看", visibility = "public" });
        // the engineer's ten minutes are the next deadline, and nothing to the user
        await DoAsync(desk.Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        await SaysAsync(number, "最迟明天 09:00 告诉您进展。", "我们承诺周四 03-05 17:30 前解决。");
        await DoAsync(desk.Engineer, number, "start");
        await SaysAsync(number, "最迟 03-03 09:00 告诉您进展。");
        Assert.DoesNotContain("最迟明天", await StandingAsync(number), StringComparison.Ordinal);
    }

    /// <summary>Answer and plan are due at one moment; the user hears of the answer, whichever of them the ticket names.</summary>
    [Fact]
    public async Task Answer_IsPromised_BesideAPlanThatIsDueAtTheSameTime()
    {
        At(Monday);
        var number = await desk.ReportAsync();
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "classify", new { impact = "high", urgency = "high", priority = "high", reason = "整层都打不了" });
        Assert.Matches("(您的留言最迟 10:00 得到答复|最迟今天 10:00 答复您)。", await StandingAsync(number));
    }

    [Theory]
    [InlineData("user", "您答复之前，解决时限暂停计时。", "until you answer")]
    [InlineData("userDate", "到约定的时间之前，解决时限暂停计时。", "until the date agreed with you")]
    [InlineData("supplier", "等供应商期间，解决时限暂停计时。", "while we wait for a supplier")]
    [InlineData("parts", "等备件期间，解决时限暂停计时。", "while we wait for parts")]
    [InlineData("approval", "等审批期间，解决时限暂停计时。", "while we wait for an approval")]
    [InlineData("changeWindow", "等变更窗口期间，解决时限暂停计时。", "while we wait for a change window")]
    [InlineData("observation", "观察期间，解决时限暂停计时。", "while we watch whether it holds")]
    public async Task Wait_SaysWhyTheTimeStandsStill(string reason, string chinese, string english)
    {
        At(Monday);
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "wait", new { reason, until = Monday.AddDays(1), note = "请等一等", question = reason == "user" ? "是哪一台？" : null });
        var standing = await StandingAsync(number);
        if (standing.Contains("承诺", StringComparison.Ordinal))
        {
            // who agreed that a supplier's time counts is not told that it does not
            Assert.Equal("supplier", reason);
            return;
        }
        Assert.Contains(chinese, standing, StringComparison.Ordinal);
        desk.User.KeepCookie("fengtai.language", "en");
        Assert.Contains(english, await StandingAsync(number), StringComparison.Ordinal);
        desk.User.KeepCookie("fengtai.language", "zh-CN");
    }

    private async Task SaysAsync(long number, params string[] sentences)
    {
        var standing = await StandingAsync(number);
        Assert.All(sentences, s => Assert.Contains(s, standing, StringComparison.Ordinal));
    }

    private async Task<string> StandingAsync(long number) => (await desk.User.OpenAsync($"/requests/{number}")).One(".standing").TextContent;

    private void At(DateTimeOffset at) => desk.Clock.Now = at.ToUniversalTime();
}
