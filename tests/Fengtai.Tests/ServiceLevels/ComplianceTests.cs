using System.Globalization;
using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>How agreements were kept, counted from clocks that were decided in May and June 2026.</summary>
public sealed class ComplianceTests(AgreedDesk agreed) : IClassFixture<AgreedDesk>
{
    /// <summary>The last moment of May in Beijing.</summary>
    private static readonly DateTimeOffset EndOfMay = new(2026, 5, 31, 15, 59, 59, TimeSpan.Zero);

    private static long _number = 900_000;

    private readonly ServiceDesk _desk = agreed.Desk;

    [Fact]
    public async Task Share_CountsInTheMonthInWhichItWasDecided()
    {
        var id = (await agreed.AddAsync(AgreedDesk.Ola("统计组", (await _desk.AddTeamAsync($"t{Guid.CreateVersion7():N}")).Id))).Value;
        var ticket = await TicketAsync();
        await PlantAsync(ticket, c => c.AgreementId = id, ClockState.Met, EndOfMay);
        await PlantAsync(ticket, c => c.AgreementId = id, ClockState.Met, EndOfMay.AddSeconds(2));
        await PlantAsync(ticket, c => c.AgreementId = id, ClockState.Missed, EndOfMay.AddDays(3));
        await PlantAsync(ticket, c => c.AgreementId = id, ClockState.Missed, EndOfMay.AddDays(4), isOver: false);
        await PlantAsync(ticket, c => c.AgreementId = id, ClockState.Cancelled, EndOfMay.AddDays(4));
        await PlantAsync(ticket, c => c.AgreementId = id, ClockState.Running, EndOfMay.AddDays(4), isOver: false);

        Assert.Equal("2026-05 1/1 100; 2026-06 1/3 33.3", await SayAsync(id));
    }

    [Fact]
    public async Task Sla_CountsWhatWasPromisedToItsCustomersForItsServicesWhileItWasValid()
    {
        var policy = await _desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Policy>().OrderBy(p => p.Position).Select(p => p.Id).FirstAsync());
        var (hardware, printer, network) = await _desk.RunAsync(async s =>
        {
            var tree = await s.GetRequiredService<Categories>().TreeAsync(default);
            return (tree.ByCode("hardware")!.Id, tree.ByCode("hardware.printer")!.Id, tree.ByCode("network")!.Id);
        });
        var id = (await agreed.AddAsync(new(AgreementKind.Sla, "财务部协议", "", new(2026, 6, 1), new(2026, 6, 20), null, null, "", 95, [hardware]) { Customer = "财务部", Departments = ["财务部"], Policies = [policy] })).Value;
        var (theirs, elsewhere) = (await TicketAsync("财务部", printer), await TicketAsync("市场部", printer));
        var (other, none) = (await TicketAsync("财务部", network), await TicketAsync("财务部", null));

        await PlantAsync(theirs, c => c.PolicyId = policy, ClockState.Met, EndOfMay.AddDays(1));
        await PlantAsync(theirs, c => c.PolicyId = policy, ClockState.Missed, EndOfMay.AddDays(20));
        // none of these is its
        await PlantAsync(theirs, c => c.PolicyId = policy, ClockState.Missed, EndOfMay);
        await PlantAsync(theirs, c => c.PolicyId = policy, ClockState.Missed, EndOfMay.AddDays(20).AddSeconds(2));
        await PlantAsync(theirs, c => c.PolicyId = policy, ClockState.Missed, EndOfMay.AddDays(1), kind: ClockKind.Take);
        foreach (var ticket in new[] { elsewhere, other, none })
        {
            await PlantAsync(ticket, c => c.PolicyId = policy, ClockState.Missed, EndOfMay.AddDays(1));
        }
        Assert.Equal("2026-06 1/2 50", await SayAsync(id));
        // with everybody for everything
        var all = (await agreed.AddAsync(new(AgreementKind.Sla, "全体协议", "", new(2026, 6, 1), new(2026, 6, 20), null, null, "", 95, []) { Customer = "各部门", Policies = [policy] })).Value;
        Assert.Equal("2026-06 1/5 20", await SayAsync(all));
    }

    [Fact]
    public async Task Api_TellsWhatIsAgreedAndHowItIsKept()
    {
        _desk.Clock.Now = AgreedDesk.Tuesday;
        var reader = await _desk.ProgramAsync(await _desk.AddPersonAsync($"q{Guid.CreateVersion7():N}", Roles.Quality));
        await PlantAsync(await TicketAsync(), c => c.AgreementId = agreed.Network, ClockState.Met, AgreedDesk.Tuesday);
        var told = (await GetAsync(reader, "/api/v1/service-levels/agreements")).EnumerateArray().Single(a => a.GetProperty("name").GetString() == "网络组");
        Assert.Equal(("ola", "network", true, 95), (told.GetProperty("kind").GetString(), told.GetProperty("team").GetString(), told.GetProperty("inForce").GetBoolean(), told.GetProperty("goal").GetInt32()));
        Assert.Equal(("urgent", 60, "minutes"), (told.GetProperty("targets")[0].GetProperty("priority").GetString(), told.GetProperty("targets")[0].GetProperty("value").GetInt32(), told.GetProperty("targets")[0].GetProperty("unit").GetString()));
        Assert.Equal(("2026-06", 1, 0, 100), (told.GetProperty("compliance")[0].GetProperty("month").GetString(), told.GetProperty("compliance")[0].GetProperty("met").GetInt32(), told.GetProperty("compliance")[0].GetProperty("missed").GetInt32(), told.GetProperty("compliance")[0].GetProperty("percent").GetInt32()));
        Assert.Equal(403, (int)(await _desk.Agent.GetAsync("/api/v1/service-levels/agreements")).StatusCode);
        Assert.Equal(403, (int)(await _desk.User.GetAsync("/api/v1/service-levels/agreements")).StatusCode);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, "100")]
    [InlineData(2, 1, "66.6")]
    // no goal is reached by rounding
    [InlineData(1999, 101, "95.1")]
    [InlineData(94999, 5001, "94.9")]
    public void Percent_IsNeverRoundedUp(int met, int missed, string? expected) =>
        Assert.Equal(expected, new KeptMonth(new(2026, 6, 1), met, missed).Percent?.ToString("0.#", CultureInfo.InvariantCulture));

    [Fact]
    public async Task Responsible_IsTold_OnTheReviewDateAndThirtyDaysBeforeTheEnd_Once()
    {
        var person = await _desk.AddPersonAsync($"r{Guid.CreateVersion7():N}", Roles.Manager);
        await agreed.AddAsync(AgreedDesk.Uc("有期合同", "有期厂商") with { ResponsibleId = person.Id, ReviewOn = new(2026, 7, 1), ValidUntil = new(2026, 8, 30) });
        Assert.Equal((0, 0), await ToldAsync("2026-06-30"));
        Assert.Equal((1, 0), await ToldAsync("2026-07-01"));
        Assert.Equal((1, 0), await ToldAsync("2026-07-30"));
        Assert.Equal((1, 1), await ToldAsync("2026-07-31"));
        Assert.Equal((1, 1), await ToldAsync("2026-08-29"));
        Assert.Equal((1, 1), await ToldAsync("2026-09-29"));
        _desk.Clock.Now = AgreedDesk.Tuesday;

        async Task<(int Review, int End)> ToldAsync(string day)
        {
            _desk.Clock.Now = DateTimeOffset.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            await _desk.RunRecurringAsync(RemindOfAgreements.Name);
            await _desk.RunRecurringAsync(RemindOfAgreements.Name);
            var told = await _desk.Database.Command("select text_key || array_to_string(arguments, ' ') from notifications.notices where person_id = $1", person.Id).ListAsync(r => r.GetString(0), default);
            return (told.Count(t => t == "levels.told.review有期合同 2026-07-01"), told.Count(t => t == "levels.told.ends有期合同 2026-08-30"));
        }
    }

    private Task<Guid> TicketAsync(string? department = null, Guid? category = null) => _desk.RunAsync(async s =>
    {
        var work = s.GetRequiredService<Fengtai.Platform.Events.Work>();
        var person = await _desk.AddPersonAsync(new PersonForm { Login = $"p{Guid.CreateVersion7():N}", Name = "某人", Department = department });
        var ticket = new Ticket { Number = Interlocked.Increment(ref _number), RequesterId = person.Id, Subject = "旧事", Description = "", CategoryId = category, OpenedAt = EndOfMay.AddDays(-1) };
        PlainDeadline.Restore(ticket);
        work.Db.Add(ticket);
        await work.SaveAsync(TestContext.Current.CancellationToken);
        return ticket.Id;
    });

    private Task PlantAsync(Guid ticket, Action<Clock> promise, ClockState state, DateTimeOffset decided, bool isOver = true, ClockKind kind = ClockKind.Resolution) => _desk.RunAsync(work =>
    {
        var start = decided.AddHours(-1);
        var clock = new Clock
        {
            TicketId = ticket, Kind = kind, Round = 1, State = state, StartedAt = start, DueAt = state == ClockState.Missed ? decided : decided.AddHours(1), StoppedAt = isOver ? decided.AddMinutes(state == ClockState.Missed ? 90 : 0) : null,
            ElapsedSeconds = isOver ? 3600 : null, TakenSeconds = isOver ? 3600 : null, Ledger = isOver ? [] : null, Turns = [new(start, TurnKind.Started, Target: new(60, TargetUnit.Minutes, CalendarIds.AlwaysOpen))],
        };
        promise(clock);
        work.Db.Add(clock);
        return work.SaveAsync(TestContext.Current.CancellationToken);
    });

    private Task<string> SayAsync(Guid id) => _desk.RunAsync(async s =>
    {
        var agreement = await s.GetRequiredService<FengtaiDb>().Set<Agreement>().AsNoTracking().SingleAsync(a => a.Id == id);
        var kept = await s.GetRequiredService<Compliance>().OfAsync([agreement], new(2026, 1, 1), new(2026, 6, 1), default);
        return string.Join("; ", kept[id].Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Month:yyyy-MM} {k.Met}/{k.All} {k.Percent:0.#}")));
    });
}
