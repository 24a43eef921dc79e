using System.Net;
using Fengtai.Calendars;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>What a step that is added to a policy does to deadlines that run already. Each test has a policy for a type of its own: an hour to respond, round the clock.</summary>
public sealed class NewStepsTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private static readonly DateTimeOffset Tuesday = new(2026, 6, 9, 1, 0, 0, TimeSpan.Zero);

    private static readonly EscalationStep[] Added =
    [
        new("warn", [], StepMoment.PercentLeft, 25, [StepAct.TellOwner]),
        new("due", [], StepMoment.Due, 0, [StepAct.TellOwner, StepAct.InternalNote]),
        new("after", [], StepMoment.MinutesAfter, 60, [StepAct.TellOwner]),
        new("again", [], StepMoment.EveryMinutesAfter, 120, [StepAct.TellOwner]),
    ];

    [Fact]
    public async Task WhatHasPassed_IsNotMadeUpFor_AlsoByManyAtOnce()
    {
        var policy = await PlantAsync(TicketType.Inquiry);
        var late = await AcceptedAsync("inquiry", Tuesday);
        // three hours late
        var fresh = await AcceptedAsync("inquiry", Tuesday.AddHours(4));
        await EditAsync(policy, d => d with { Steps = Added });
        desk.Clock.Now += TimeSpan.FromSeconds(3);
        await Task.WhenAll([desk.RunJobsAsync(), .. Enumerable.Range(0, 3).Select(_ => desk.RunRecurringAsync(SweepClocks.Name))]);
        await SweepAsync(Tuesday.AddHours(4).AddMinutes(1));
        Assert.Empty(await ToldAsync(late));

        await SweepAsync(Tuesday.AddHours(4).AddMinutes(46));
        Assert.Equal(["levels.told.soon.firstResponse"], await ToldAsync(fresh));
        // an hour and four hours are what is still to come
        await SweepAsync(Tuesday.AddHours(5).AddMinutes(1));
        Assert.Equal(["levels.told.late.firstResponse"], await ToldAsync(late));
        Assert.Equal(["levels.told.soon.firstResponse", "levels.told.due.firstResponse"], await ToldAsync(fresh));
        Assert.Equal((0, 1), (await NotesAsync(late), await NotesAsync(fresh)));
    }

    [Fact]
    public async Task AnActBetweenTheEditAndItsRecalculation_BringsNothingEither()
    {
        var policy = await PlantAsync(TicketType.Alert);
        var late = await AcceptedAsync("alert", Tuesday);
        desk.Clock.Now = Tuesday.AddHours(3).AddMinutes(5);
        await EditAsync(policy, d => d with { Steps = Added });
        await DoAsync(desk.Agent, late, "classify", new { impact = "low", urgency = "low" });
        await SweepAsync(desk.Clock.Now.AddSeconds(1));
        Assert.Empty(await ToldAsync(late));
    }

    [Fact]
    public async Task ARepeatedStep_IsMadeUpForOnce_AndDoesItsActsEachTime()
    {
        await PlantAsync(TicketType.ChangeRequest, [new("again", [], StepMoment.EveryMinutesAfter, 10, [StepAct.TellOwner, StepAct.InternalNote])]);
        var number = await AcceptedAsync("changeRequest", Tuesday);
        await SweepAsync(Tuesday.AddMinutes(101));
        await SweepAsync(Tuesday.AddMinutes(102));
        Assert.Equal((1, 1), ((await ToldAsync(number)).Count, await NotesAsync(number)));
        await SweepAsync(Tuesday.AddMinutes(111));
        Assert.Equal((2, 2), ((await ToldAsync(number)).Count, await NotesAsync(number)));
        await SweepAsync(Tuesday.AddDays(2));
        await SweepAsync(Tuesday.AddDays(3));
        // by then the other tests' tickets are late as well, and the owner is told of all in one sum
        Assert.Equal(3, await NotesAsync(number));
    }

    [Fact]
    public async Task ForHowManyItComesTooLate_IsSaidBeforeItIsSaved()
    {
        var policy = await PlantAsync(TicketType.ServiceRequest);
        await AcceptedAsync("serviceRequest", Tuesday);
        await AcceptedAsync("serviceRequest", Tuesday.AddHours(2));
        var keeper = await desk.BrowseAsync(await desk.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));
        var (path, form) = ($"/admin/service-levels/{policy}", $"form[action='/admin/service-levels/{policy}']");

        var asked = await keeper.SubmitAsync(await keeper.OpenAsync(path), form, ("step0.moment", "due"), ("step0.acts", "tellOwner"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("1 个时限已经过了新规则的时刻，不会补做", asked.One(".notice[role=alert]").TextContent);
        Assert.DoesNotContain("移动", asked.One(".notice[role=alert]").TextContent);
        Assert.Equal(HttpStatusCode.OK, (await keeper.SubmitAsync(asked, form, ("confirmed", asked.One("[name=confirmed]").GetAttribute("value")))).Status);
        Assert.Equal(desk.Clock.Now, (await FindAsync(policy)).Steps.Single().Since);
        // what else is said of it later changes nothing of that
        desk.Clock.Now += TimeSpan.FromMinutes(90);
        Assert.Equal(HttpStatusCode.OK, (await keeper.SubmitAsync(await keeper.OpenAsync(path), form, ("step0.acts", "tellLead"))).Status);
        var step = (await FindAsync(policy)).Steps.Single();
        Assert.Equal((desk.Clock.Now.AddMinutes(-90), StepAct.TellLead), (step.Since, step.Acts[^1]));
    }

    private async Task<Guid> PlantAsync(TicketType type, IReadOnlyList<EscalationStep>? steps = null)
    {
        desk.Clock.Now = Tuesday.AddDays(-1);
        var policy = await desk.RunAsync(async s => (await s.GetRequiredService<AddPolicy>().RunAsync(
            new($"为 {type}", "", PolicyConditions.None with { Types = [type] }, CalendarIds.AlwaysOpen, [new(ClockKind.FirstResponse, 60, TargetUnit.Minutes)], [], steps ?? []), null, Actor.System, default)).Value);
        desk.Clock.Now = Tuesday;
        return policy;
    }

    private async Task EditAsync(Guid id, Func<PolicyDraft, PolicyDraft> change)
    {
        var draft = PolicyDraft.Of(await FindAsync(id));
        await desk.RunAsync(async s => (await s.GetRequiredService<EditPolicy>().RunAsync(id, change(draft), Fingerprint.Of(draft), Actor.System, default)).Value);
    }

    private Task<Policy> FindAsync(Guid id) => desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Policy>().AsNoTracking().SingleAsync(p => p.Id == id));

    private async Task<long> AcceptedAsync(string type, DateTimeOffset at)
    {
        desk.Clock.Now = at;
        var number = Number(await desk.OpenAsync(desk.User, new { subject = "请看一下", description = "有件事", type }));
        await DoAsync(desk.Agent, number, "accept");
        return number;
    }

    private async Task SweepAsync(DateTimeOffset at)
    {
        desk.Clock.Now = at;
        await desk.RunRecurringAsync(SweepClocks.Name);
        await desk.RunJobsAsync();
    }

    /// <summary>Of the response, in the order of telling.</summary>
    private Task<List<string>> ToldAsync(long number)
    {
        var href = $"/desk/tickets/{number}";
        return desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Database.SqlQuery<string>($"select text_key as \"Value\" from notifications.notices n join identity.people p on p.id = n.person_id where p.login = 'agent' and n.href = {href} and n.text_key like 'levels.%' order by n.id").ToListAsync());
    }

    private async Task<int> NotesAsync(long number) => (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Count(e => e.GetProperty("kind").GetString() == "note");
}
