using System.Text.Json;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Api;

/// <summary>Visits and escalation by the API.</summary>
public sealed class EscalationTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task Visits_BeginWork_AndAreToldWithTheirTimes()
    {
        var number = Number(await desk.OpenAsync(desk.User));
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        var ticket = await DoAsync(desk.Engineer, number, "arrive");
        Assert.Equal(("inProgress", desk.Clock.Now, JsonValueKind.Null), (ticket.GetProperty("status").GetString(), Visit(ticket, "arrivedAt").GetDateTimeOffset(), Visit(ticket, "leftAt").ValueKind));
        Assert.Equal((409, "engineerIsOnSite"), await RefusedAsync(desk.Engineer, number, "arrive"));
        Assert.Equal((422, "timeIsInTheFuture"), await RefusedAsync(desk.Engineer, number, "leave", new { at = desk.Clock.Now.AddMinutes(5) }));
        Assert.Equal((422, "timesAreOutOfOrder"), await RefusedAsync(desk.Engineer, number, "leave", new { at = desk.Clock.Now.AddMinutes(-5) }));
        ticket = await DoAsync(desk.Engineer, number, "leave", new { at = desk.Clock.Now });
        Assert.Equal(desk.Clock.Now, Visit(ticket, "leftAt").GetDateTimeOffset());
        Assert.Equal((409, "nobodyIsOnSite"), await RefusedAsync(desk.Engineer, number, "leave"));
        await DoAsync(desk.Engineer, number, "arrive");

        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.User, number, "leave"));
        Assert.Equal((404, "notFound"), await RefusedAsync(desk.OtherTeam, number, "leave"));
        Assert.Equal((400, "jsonIsBroken"), await RefusedAsync(desk.Engineer, number, "leave", new { at = "gleich" }));
        var kinds = (await GetAsync(desk.User, $"/api/v1/tickets/{number}/events")).EnumerateArray().Select(e => e.GetProperty("kind").GetString());
        Assert.Equal("opened accepted started arrived left arrived", string.Join(' ', kinds));
    }

    [Fact]
    public async Task TwoWhoArriveAtOnce_AreOneVisit()
    {
        var number = await desk.InProgressAsync();
        var answers = await Task.WhenAll(desk.Engineer.PostJsonAsync($"/api/v1/tickets/{number}/arrive"), desk.Mate.PostJsonAsync($"/api/v1/tickets/{number}/arrive"));
        Assert.Equal([200, 409], answers.Select(a => (int)a.StatusCode).Order());
    }

    [Fact]
    public async Task ToTheNextLine_MovesIt_AndTellsWhoHasItNow()
    {
        await SpecialistsAsync();
        var number = await desk.InProgressAsync();
        await desk.TakeToldAsync(number);
        var ticket = await DoAsync(desk.Engineer, number, "escalate", new { to = "nextLine", reason = "超出权限", analysis = "秘密：日志已收集" });
        Assert.Equal(("assigned", "specialists", JsonValueKind.Null, "agent"), (ticket.GetProperty("status").GetString(), ticket.GetProperty("team").GetString(), ticket.GetProperty("assignee").ValueKind, ticket.GetProperty("owner").GetString()));
        Assert.Equal("specialist escalatedToTeam", await desk.TakeToldAsync(number));
        Assert.DoesNotContain("秘密", (await GetAsync(desk.User, $"/api/v1/tickets/{number}/events")).ToString(), StringComparison.Ordinal);
        var told = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Single(e => e.GetProperty("kind").GetString() == "escalated");
        Assert.Equal(("internal", "nextLine", "秘密：日志已收集"), (told.GetProperty("visibility").GetString(), told.GetProperty("data").GetProperty("target").GetString(), told.GetProperty("data").GetProperty("analysis").GetString()));
        Assert.Equal((409, "thereIsNoNextLine"), await RefusedAsync(desk.Agent, number, "escalate", new { to = "nextLine", reason = "x", analysis = "y" }));
    }

    [Fact]
    public async Task ToThoseWhoManage_TellsThem_AndLeavesItWhereItIs()
    {
        await SpecialistsAsync();
        var number = await desk.InProgressAsync();
        await desk.TakeToldAsync(number);
        var ticket = await DoAsync(desk.Engineer, number, "escalate", new { to = "manager", reason = "影响多个部门", analysis = "需要停机" });
        Assert.Equal(("inProgress", "engineer"), (ticket.GetProperty("status").GetString(), ticket.GetProperty("assignee").GetString()));
        Assert.Equal("chief escalatedUp, manager escalatedUp", await desk.TakeToldAsync(number));
        await DoAsync(desk.Engineer, number, "escalate", new { to = "supplier", reason = "在保", analysis = "主板坏" });
        Assert.Equal("chief handedToSupplier", await desk.TakeToldAsync(number));

        await DoAsync(desk.User, number, "urge");
        Assert.Equal("agent urged, engineer urged", await desk.TakeToldAsync(number));
    }

    [Fact]
    public async Task BadInput_AndStrangers_AreRefused()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Engineer, number, "escalate", new { reason = "x", analysis = "y" }));
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Engineer, number, "escalate", new { to = "manager", reason = "x" }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Engineer, number, "escalate", new { to = "nextLine", reason = "x", analysis = "y", team = "nobody" }));
        Assert.Equal((422, "teamIsOnNoHigherLine"), await RefusedAsync(desk.Engineer, number, "escalate", new { to = "nextLine", reason = "x", analysis = "y", team = "network" }));
        Assert.Equal((400, "jsonIsBroken"), await RefusedAsync(desk.Engineer, number, "escalate", new { to = "heaven", reason = "x", analysis = "y" }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.User, number, "escalate", new { to = "manager", reason = "x", analysis = "y" }));
        Assert.Equal((404, "notFound"), await RefusedAsync(desk.OtherTeam, number, "escalate", new { to = "manager", reason = "x", analysis = "y" }));
    }

    private static JsonElement Visit(JsonElement ticket, string member) => ticket.GetProperty("visit").GetProperty(member);

    /// <summary>A team of the third line, somebody who leads the printing team, and a manager; once.</summary>
    private async Task SpecialistsAsync()
    {
        var isThere = await desk.RunAsync(services => services.GetRequiredService<Teams>().ByCodeAsync("specialists"));
        if (isThere is not null)
        {
            return;
        }
        await desk.AddPersonAsync("manager", Roles.Manager);
        await desk.AddTeamAsync("specialists", TeamLine.Third, await desk.AddPersonAsync("specialist", Roles.Engineer));
        await desk.AddLeadAsync("printing", await desk.AddPersonAsync("chief", Roles.Engineer));
    }
}
