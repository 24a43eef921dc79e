using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Portal;

/// <summary>A small service desk: its users in browsers without script, its staff as programs.</summary>
public sealed class PortalDesk(TestCluster cluster) : App(cluster)
{
    private Person _user = null!;
    private Person _stranger = null!;
    private Person _agent = null!;

    /// <summary>王晓雨, who files requests.</summary>
    public Browser User { get; private set; } = null!;

    public Browser Stranger { get; private set; } = null!;

    /// <summary>An agent in a browser; an agent has requests of their own, too.</summary>
    public Browser AgentAtPortal { get; private set; } = null!;

    public Browser Agent { get; private set; } = null!;

    public Browser Engineer { get; private set; } = null!;

    /// <summary>Reported on the portal; its number.</summary>
    public async Task<long> ReportAsync(string subject = "打印机卡纸", string? category = null)
    {
        var form = await User.OpenAsync("/requests/new/describe" + (category is null ? "" : $"?category={category}"));
        var check = await User.SubmitAsync(form, null, ("subject", subject), ("description", subject + "，一直这样"));
        var sent = await User.SubmitAsync(check, null);
        return NumberOf(sent);
    }

    public static long NumberOf(Page sent)
    {
        Assert.EndsWith("/sent", sent.Path, StringComparison.Ordinal);
        return long.Parse(sent.Path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<long> InProgressAsync(string subject = "打印机卡纸")
    {
        var number = await ReportAsync(subject);
        await ServiceDesk.DoAsync(Agent, number, "accept");
        await ServiceDesk.DoAsync(Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        await ServiceDesk.DoAsync(Engineer, number, "start");
        return number;
    }

    public async Task<long> ResolvedAsync(string subject = "打印机卡纸")
    {
        var number = await InProgressAsync(subject);
        await ServiceDesk.DoAsync(Engineer, number, "resolve", new { solution = "换了搓纸轮", cause = "内部原因", tested = "内部测试" });
        return number;
    }

    /// <summary>Confirmed by the user.</summary>
    public async Task<long> ClosedAsync(string subject = "打印机卡纸")
    {
        var number = await ResolvedAsync(subject);
        await User.SubmitAsync(await PageOfAsync(number), $"form[action='/requests/{number}/confirm']");
        return number;
    }

    public Task<Page> PageOfAsync(long number) => User.OpenAsync($"/requests/{number}");

    /// <summary>Sends the form of an act on the request's page.</summary>
    public async Task<Page> ActAsync(long number, string act, params (string Name, string? Value)[] fields) =>
        await User.SubmitAsync(await PageOfAsync(number), $"form[action='/requests/{number}/{act}']", fields);

    /// <summary>Time goes by, and everybody signs in again.</summary>
    public async Task LaterAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await SignInAsync();
    }

    protected override async Task PrepareAsync()
    {
        _user = await this.AddPersonAsync(new PersonForm { Login = "wangxy", Name = "王晓雨", Mobile = "13800000001", Site = "主楼 3F" });
        var engineer = await this.AddPersonAsync(new PersonForm { Login = "engineer", Name = "赵工" }, Roles.Engineer);
        _agent = await this.AddPersonAsync(new PersonForm { Login = "agent", Name = "李坐席" }, Roles.Agent);
        await this.AddTeamAsync("printing", engineer);
        _stranger = await this.AddPersonAsync("stranger");
        Agent = await this.ProgramAsync(_agent);
        Engineer = await this.ProgramAsync(engineer);
        await SignInAsync();
    }

    private async Task SignInAsync()
    {
        User = await this.BrowseAsync(_user);
        Stranger = await this.BrowseAsync(_stranger);
        AgentAtPortal = await this.BrowseAsync(_agent);
    }
}
