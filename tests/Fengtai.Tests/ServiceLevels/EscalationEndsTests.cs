using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>Escalation comes to an end by itself, however the policies are set: up to other policies once, from line to line to the last.</summary>
public sealed class EscalationEndsTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private static readonly DateTimeOffset Tuesday = new(2026, 6, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task PoliciesThatAllRaiseAndPassOn_DoSoUntilNothingIsLeftToDo()
    {
        await desk.AddTeamAsync("specialists", TeamLine.Third, await desk.AddPersonAsync("specialist", Roles.Engineer));
        desk.Clock.Now = Tuesday.AddDays(-1);
        foreach (var priority in Enum.GetValues<Priority>())
        {
            await AddPolicyAsync(priority);
        }
        desk.Clock.Now = Tuesday;
        var number = Number(await desk.OpenAsync(desk.User, new { subject = "请看一下", description = "有件事", type = "alert" }));
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "assign", new { team = "printing" });
        var before = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("priority").GetString()!;

        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(8); passed += TimeSpan.FromMinutes(15))
        {
            await SweepAsync(Tuesday + passed);
        }
        var ticket = await GetAsync(desk.Agent, $"/api/v1/tickets/{number}");
        var kinds = await KindsAsync(number);
        Assert.Equal(("specialists", Words.Of(Words.Parse<Priority>(before) - 1)), (ticket.GetProperty("team").GetString()!, ticket.GetProperty("priority").GetString()!));
        Assert.Equal((1, 1), (kinds.Count(k => k == "classified"), kinds.Count(k => k == "escalated")));

        await SweepAsync(Tuesday.AddDays(2));
        await SweepAsync(Tuesday.AddDays(30));
        Assert.Equal(kinds, await KindsAsync(number));
        Assert.Empty(await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Clock>().Where(c => c.NextAt != null && c.NextAt < Tuesday.AddDays(60)).ToListAsync()));
    }

    /// <summary>Each has steps of its own, so that what was done under one is not done under the other.</summary>
    private Task<Guid> AddPolicyAsync(Priority priority) => desk.RunAsync(async s => (await s.GetRequiredService<AddPolicy>().RunAsync(
        new(
            $"升级 {priority}", "", PolicyConditions.Of(priority) with { Types = [TicketType.Alert] }, CalendarIds.AlwaysOpen,
            [new(ClockKind.FirstResponse, 10, TargetUnit.Minutes), new(ClockKind.Take, 5, TargetUnit.Minutes), new(ClockKind.Resolution, 30, TargetUnit.Minutes)], [],
            [
                new($"{priority} due", [], StepMoment.Due, 0, priority == Priority.Urgent ? [StepAct.NextLine] : [StepAct.RaisePriority, StepAct.NextLine]),
                new($"{priority} again", [], StepMoment.EveryMinutesAfter, 15, [StepAct.NextLine, StepAct.TellLead]),
            ]),
        null, Actor.System, default)).Value);

    private async Task SweepAsync(DateTimeOffset at)
    {
        desk.Clock.Now = at;
        await desk.RunRecurringAsync(SweepClocks.Name);
        await desk.RunJobsAsync();
    }

    private Task<List<string>> KindsAsync(long number) => desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Database.SqlQuery<string>(
        $"select e.kind as \"Value\" from platform.events e join tickets.tickets t on t.id = e.subject_id where t.number = {number} order by e.id").ToListAsync());
}
