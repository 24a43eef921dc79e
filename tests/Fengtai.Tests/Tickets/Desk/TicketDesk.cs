using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Tests.Support;
using Fengtai.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>A desk with its people, each in a browser without JavaScript.</summary>
public sealed class TicketDesk(TestCluster cluster) : App(cluster)
{
    private Person _user = null!;
    private Person _otherTeam = null!;

    public Browser User { get; private set; } = null!;

    /// <summary>What the user does by the API.</summary>
    public Browser UsersProgram { get; private set; } = null!;

    public Browser Agent { get; private set; } = null!;

    public Browser SecondAgent { get; private set; } = null!;

    public Browser Engineer { get; private set; } = null!;

    public Browser OtherTeam { get; private set; } = null!;

    public Browser Auditor { get; private set; } = null!;

    /// <summary>Opened by the user.</summary>
    public Task<long> OpenAsync(string description = "三楼的打印机一直卡纸", string? category = null) => OpenAsync(_user, description, category);

    /// <summary>Opened by an engineer of another team, for themselves.</summary>
    public Task<long> OpenByOtherTeamAsync() => OpenAsync(_otherTeam, "我的显示器坏了", null);

    /// <summary>Given to the engineer, who works on it.</summary>
    public async Task<long> InProgressAsync()
    {
        var number = await OpenAsync();
        await DoAsync(Agent, number, "accept");
        await DoAsync(Agent, number, "assign", ("assignee", "engineer"));
        await DoAsync(Engineer, number, "start");
        return number;
    }

    public static string Address(long number) => $"/desk/tickets/{number}";

    /// <summary>Sends the form of an act as it stands on the ticket's page.</summary>
    public static async Task<Page> DoAsync(Browser by, long number, string act, params (string Name, string? Value)[] fields)
    {
        var page = await by.OpenAsync(fields.Length == 0 || act == "notes" ? Address(number) : $"{Address(number)}/{act}");
        return await by.SubmitAsync(page, $"form[action$='/{act}']", fields);
    }

    protected override async Task PrepareAsync()
    {
        _user = await this.AddPersonAsync(new PersonForm { Login = "user", Name = "李华", Phone = "010-5550 1024", Department = "财务部", WeChat = "lihua" });
        var engineer = await this.AddPersonAsync("engineer", Roles.Engineer);
        _otherTeam = await this.AddPersonAsync("other", Roles.Engineer);
        await this.AddTeamAsync("printing", engineer);
        await this.AddTeamAsync("network", _otherTeam);
        User = await this.BrowseAsync(_user);
        UsersProgram = await this.ProgramAsync(_user);
        Agent = await this.BrowseAsync(await this.AddPersonAsync("agent", Roles.Agent));
        SecondAgent = await this.BrowseAsync(await this.AddPersonAsync("second", Roles.Agent));
        Engineer = await this.BrowseAsync(engineer);
        OtherTeam = await this.BrowseAsync(_otherTeam);
        Auditor = await this.BrowseAsync(await this.AddPersonAsync("auditor", Roles.Auditor));
    }

    private Task<long> OpenAsync(Person by, string description, string? category) => RunAsync(async services =>
    {
        var actor = new Actor { Id = by.Id, Login = by.Login, Name = by.Name, Permissions = [TicketPermissions.File] };
        var input = new OpenTicket.Input(
            null, "打印机卡纸", description, category, Impact.Medium, Urgency.High, null, null, null, null, "分机 1024", "3 楼 305",
            null, null, null, null, null, null, null, null, null, null);
        var opened = await services.GetRequiredService<OpenTicket>().OpenAsync(input, Channel.Portal, answers: null, actor, default);
        return opened.Value.Number;
    });
}
