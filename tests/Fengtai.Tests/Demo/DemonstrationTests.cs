using System.Globalization;
using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Demo;
using Fengtai.Demo.Cast;
using Fengtai.Demo.Lives;
using Fengtai.Demo.Pictures;
using Fengtai.Demo.Stories;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.ServiceLevels;
using Fengtai.Tests.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Demo;

/// <summary>A database that was filled with the demonstration.</summary>
public sealed class FilledApp(TestCluster cluster) : App(cluster)
{
    internal FillResult Result { get; private set; }

    internal Task<FillResult> FillAsync() =>
        RunAsync(services => services.GetRequiredService<Demonstration>().FillAsync(Clock.Now, _ => { }, TestContext.Current.CancellationToken));

    public Task<T> AskAsync<T>(Func<FengtaiDb, Task<T>> question) => RunAsync(services => question(services.GetRequiredService<FengtaiDb>()));

    protected override async Task PrepareAsync() => Result = await FillAsync();
}

public sealed class DemonstrationTests(FilledApp app) : IClassFixture<FilledApp>
{
    private static readonly Dictionary<string, Type> Events = typeof(TicketEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(TicketEvent)) && !t.IsAbstract)
        .ToDictionary(t => ((TicketEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Kind);

    [Fact]
    public async Task Clocks_StandInAllStates_AndSayWhy()
    {
        var clocks = await app.AskAsync(db => db.Set<Clock>().AsNoTracking().ToListAsync());
        Assert.Equal(Enum.GetValues<ClockState>().ToHashSet(), clocks.Select(c => c.State).ToHashSet());
        Assert.All(clocks.Where(c => c.Ledger is not null), c => Assert.Equal(c.ElapsedSeconds!.Value, c.Ledger!.Where(l => l.Counted).Sum(l => (l.To - l.From).TotalSeconds), 0.001));
        Assert.InRange(clocks.Count(c => c is { Kind: ClockKind.Resolution, State: ClockState.Missed }) / (double)clocks.Count(c => c.Kind == ClockKind.Resolution), 0.001, 0.2);
        // nobody is told of what happened before they came
        Assert.Empty(await app.AskAsync(db => db.Set<Clock>().Where(c => c.NextAt < app.Clock.Now).ToListAsync()));
    }

    [Fact]
    public async Task Clocks_AreWhatTheirRecordedLivesTell()
    {
        var ids = await app.AskAsync(db => db.Set<Ticket>().Select(t => t.Id).ToListAsync());
        await RecordedClocks.AreToldAgainAsync(app, ids);
        var trial = await app.RunAsync(async s => await s.GetRequiredService<TryPolicies>().RunAsync((await s.GetRequiredService<PolicyBook>().AllAsync(default)).InOrder, TimeZoneInfo.Utc, default));
        Assert.InRange(trial.Tickets, 2_500, 3_500);
        Assert.True(trial.IsSame);
    }

    [Fact]
    public async Task Filling_HasThePeopleOfAnOrganisation()
    {
        Assert.Equal(FillResult.Filled, app.Result);
        var people = await app.AskAsync(db => db.Set<Person>().AsNoTracking().ToListAsync());
        Assert.Equal(300, people.Count);
        Assert.Equal(12, people.Count(p => p.Roles.Contains(Roles.Engineer)));
        Assert.Equal(3, people.Count(p => p.Roles.Contains(Roles.Agent)));
        Assert.All(new[] { Roles.Lead, Roles.Manager, Roles.ServiceLevelManager, Roles.Quality, Roles.Auditor, Roles.Administrator }, role => Assert.Single(people, p => p.Roles.Contains(role)));
        Assert.InRange(people.Count(p => p.Culture == "en"), 20, 30);
        Assert.InRange(people.Count(p => p.IsVip), 4, 30);
        var memberships = await app.AskAsync(db => db.Set<TeamMember>().AsNoTracking().ToListAsync());
        Assert.Equal(5, memberships.Select(m => m.TeamId).Distinct().Count());
        Assert.Equal(5, memberships.Count(m => m.IsLead));
    }

    [Fact]
    public async Task EveryTicket_IsWhatItsEventsMakeOfIt()
    {
        var tickets = await app.AskAsync(db => db.Set<Ticket>().AsNoTracking().ToListAsync());
        var events = (await app.AskAsync(db => db.Set<EventRow>().AsNoTracking().Where(e => e.SubjectKind == TicketEvent.SubjectKind).OrderBy(e => e.Id).ToListAsync())).ToLookup(e => e.SubjectId);
        foreach (var ticket in tickets)
        {
            var replayed = Replayed(ticket, [.. events[ticket.Id]]);
            // the next deadline is that of its clocks
            (replayed.NextAction, replayed.NextDueAt, replayed.NextSoonAt) = (ticket.NextAction, ticket.NextDueAt, ticket.NextSoonAt);
            Assert.Equal(Seen(ticket), Seen(replayed));
        }
    }

    [Fact]
    public async Task Tickets_LookLikeLife()
    {
        var tickets = await app.AskAsync(db => db.Set<Ticket>().AsNoTracking().ToListAsync());
        Assert.InRange(tickets.Count, 2850, 3150);
        Assert.Equal(Enum.GetValues<TicketStatus>(), tickets.Select(t => t.Status).Distinct().Order());
        Assert.InRange(tickets.Count(t => t.IsOpen), 55, 110);
        Assert.InRange(Share(t => t.FirstContact), 0.24, 0.36);
        Assert.InRange(Share(t => t.ReopenCount > 0), 0.02, 0.06);
        Assert.InRange(Share(t => t.EnteredAfterwards), 0.005, 0.04);
        Assert.InRange(Share(t => t.FirstResponseAt - t.OpenedAt < TimeSpan.FromHours(1)), 0.6, 0.98);
        Assert.InRange(Share(t => t.UrgeCount > 0), 0.015, 0.08);
        Assert.InRange(Share(t => t.ArrivedAt is not null), 0.08, 0.5);
        Assert.True(tickets.Select(t => t.Subject).Distinct().Count() > 500);
        Assert.Equal(Enum.GetValues<CloseCode>(), tickets.Select(t => t.CloseCode).OfType<CloseCode>().Distinct().Order());
        var ratings = tickets.Select(t => t.RatingOverall).OfType<int>().ToList();
        Assert.InRange((double)ratings.Count / tickets.Count(t => t.Status == TicketStatus.Closed), 0.28, 0.42);
        Assert.InRange((double)ratings.Count(r => r == 5) / ratings.Count, 0.55, 0.7);
        Assert.Equal(Enumerable.Range(1, 5), ratings.Distinct().Order());

        double Share(Func<Ticket, bool> what) => (double)tickets.Count(what) / tickets.Count;
    }

    [Fact]
    public async Task Work_LiesOnEveryTable()
    {
        var open = await app.AskAsync(db => db.Set<Ticket>().AsNoTracking().Where(t => t.Status != TicketStatus.Closed && t.Status != TicketStatus.Cancelled).ToListAsync());
        Assert.True(open.Count(t => t.Status == TicketStatus.New) >= 5);
        Assert.True(open.Count(t => t.Status == TicketStatus.Accepted) >= 3);
        Assert.True(open.Count(t => t is { Status: TicketStatus.Assigned, AssigneeId: null }) >= 3);
        Assert.True(open.Count(t => t is { Status: TicketStatus.Assigned, AssigneeId: not null, TakenAt: null }) >= 3);
        Assert.True(open.Count(t => t.Status == TicketStatus.InProgress) >= 8);
        Assert.True(open.Count(t => t.Status == TicketStatus.Waiting) >= 8);
        Assert.True(open.Count(t => t.Status == TicketStatus.Resolved) >= 8);
        Assert.True(open.Count(t => t is { Status: TicketStatus.Resolved, CallAttempts: > 0 }) >= 2);
        Assert.True(open.Count(t => t.UnansweredSince is not null) >= 4);
        Assert.True(open.Count(t => t.PromisedBy is not null) >= 3);
        Assert.All(open, t => Assert.True(t.UpdatedAt <= app.Clock.Now));
        Assert.All(open.Where(t => t.Status == TicketStatus.Waiting), t => Assert.True(t.WaitUntil > app.Clock.Now));
    }

    [Fact]
    public async Task WhoeverIsOfferedFirst_HasSomethingGoingOn()
    {
        var first = await app.AskAsync(db => db.Set<Person>().Where(p => p.Roles.Length == 1 && p.Roles.Contains(Roles.User)).OrderBy(p => p.CreatedAt).ThenBy(p => p.Login).Take(6).Select(p => p.Id).ToListAsync());
        var open = await app.AskAsync(db => db.Set<Ticket>().Where(t => t.ClosedAt == null && first.Contains(t.RequesterId)).Select(t => t.RequesterId).ToListAsync());
        Assert.True(open.Count >= 12);
        Assert.True(open.Distinct().Count() >= 5);
    }

    [Fact]
    public async Task Pictures_AreRealFilesThatTheirSenderUploaded()
    {
        var attached = await app.AskAsync(db => db.Set<Attachment>().AsNoTracking()
            .Join(db.Set<StoredFile>(), a => a.FileId, f => f.Id, (a, f) => new { File = f, a.TicketId })
            .Join(db.Set<Ticket>(), a => a.TicketId, t => t.Id, (a, t) => new { a.File, t.RequesterId })
            .ToListAsync());
        Assert.True(attached.Count > 50);
        Assert.All(attached, a => Assert.Equal(a.RequesterId, a.File.CreatedBy));
        Assert.All(attached, a => Assert.Equal("image/png", a.File.ContentType));
    }

    [Fact]
    public async Task Numbers_FollowTheOpening_AndGoOnAfterwards()
    {
        var numbers = await app.AskAsync(db => db.Set<Ticket>().AsNoTracking().OrderBy(t => t.OpenedAt).ThenBy(t => t.Number).Select(t => t.Number).ToListAsync());
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(100_001, numbers[0]);
        var next = await app.AskAsync(db => db.Database.SqlQuery<long>($"select last_value as \"Value\" from tickets.number").SingleAsync());
        Assert.Equal(numbers[^1], next);
    }

    [Theory]
    [InlineData("2026-03-02 10:20")] // Monday morning
    [InlineData("2026-03-06 17:50")] // Friday evening
    [InlineData("2026-03-08 03:10")] // Sunday night
    [InlineData("2027-01-01 00:00")] // a holiday
    public async Task Tales_WheneverTheyAreTold_LeaveSomethingToDo(string now)
    {
        var world = await WorldAsync(new(DateTime.Parse(now, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)));
        var tickets = ThreeMonths.Tell(world, new Chance(5)).Select(h => h.Ticket).ToList();
        Assert.InRange(tickets.Count, 2850, 3150);
        Assert.InRange(tickets.Count(t => t.IsOpen), 55, 125);
        Assert.InRange(tickets.Count(t => t.Status == TicketStatus.New), 6, 30);
        Assert.All(tickets, t => Assert.True(t.UpdatedAt <= world.Now));
    }

    [Fact]
    public async Task Filling_ADemonstrationAgain_DoesNothing()
    {
        var before = await app.AskAsync(db => db.Set<EventRow>().CountAsync());
        Assert.Equal(FillResult.WasFilled, await app.FillAsync());
        Assert.Equal(before, await app.AskAsync(db => db.Set<EventRow>().CountAsync()));
    }

    private Task<World> WorldAsync(DateTimeOffset now) => app.RunAsync(async services =>
    {
        var pictures = new PictureShelf(services.GetRequiredService<FileStore>());
        await pictures.DrawAsync(Details.AllCodes, TestContext.Current.CancellationToken);
        return new World(
            Organisation.Found(services.GetServices<Grant>(), now.AddDays(-200), new Chance(5)),
            await services.GetRequiredService<Categories>().TreeAsync(),
            await services.GetRequiredService<PriorityMatrixQuery>().CurrentAsync(),
            pictures,
            now);
    });

    private static Ticket Replayed(Ticket kept, IReadOnlyList<EventRow> events)
    {
        var opened = (TicketOpened)Read(events[0]);
        var ticket = new Ticket
        {
            Type = opened.Type,
            CategoryId = opened.CategoryId,
            OpenedAt = kept.OpenedAt,
            UpdatedAt = kept.OpenedAt,
            LastUpdateToUserAt = kept.OpenedAt,
            EnteredAfterwards = opened.EnteredAfterwards,
            // who files at the desk judges in the same breath, and that is no event of its own
            Priority = events.Any(e => e.Kind == "classified") ? Priority.Normal : kept.Priority,
            Impact = events.Any(e => e.Kind == "classified") ? null : kept.Impact,
            Urgency = events.Any(e => e.Kind == "classified") ? null : kept.Urgency,
            MissingAnswers = [.. opened.MissingAnswers],
        };
        foreach (var row in events)
        {
            TicketState.Apply(ticket, Read(row), row.At);
        }
        return ticket;
    }

    private static TicketEvent Read(EventRow row) => (TicketEvent)JsonSerializer.Deserialize(row.Data, Events[row.Kind], Json.Options)!;

    /// <summary>All that events decide.</summary>
    private static string Seen(Ticket t) => JsonSerializer.Serialize(
        new
        {
            t.Type, t.Status, t.Impact, t.Urgency, t.Priority, t.CategoryId, t.OwnerId, t.TeamId, t.AssigneeId, t.OutOfScope, t.EnteredAfterwards, t.MissingAnswers,
            t.AcceptedAt, t.AssignedAt, t.TakenAt, t.FirstResponseAt, t.StartedAt, t.ResolvedAt, t.ClosedAt, t.UpdatedAt, t.LastUpdateToUserAt, t.UnansweredSince,
            t.WaitReason, t.WaitUntil, t.StatusBeforeWait, t.Solution, t.Cause, t.Prevention, t.Tested, t.Outcome, t.FirstContact, t.CloseCode, t.ReopenCount, t.CallAttempts,
            t.RatingOverall, t.RatingSpeed, t.RatingAttitude, t.RatingResult, t.RatingComment, t.RatedAt, t.NextAction, t.NextDueAt,
        },
        Json.Options);
}

/// <summary>Two fillings of two databases.</summary>
public sealed class TwoDemonstrationsTests(FilledApp app, App other) : IClassFixture<FilledApp>, IClassFixture<App>
{
    [Fact]
    public async Task Filling_IsTheSameEveryTime()
    {
        await other.RunAsync(services => services.GetRequiredService<Demonstration>().FillAsync(other.Clock.Now, _ => { }, TestContext.Current.CancellationToken));
        Assert.Equal(await TitlesAsync(app), await TitlesAsync(other));
    }

    private static Task<List<string>> TitlesAsync(App app) => app.RunAsync(services => services.GetRequiredService<FengtaiDb>().Set<Ticket>()
        .OrderBy(t => t.Number)
        .Select(t => t.Number + " " + t.Subject + " " + t.Status + " " + t.Solution + " " + t.UpdatedAt)
        .ToListAsync());
}

public sealed class SomebodysDatabaseTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Filling_WhereSomebodyWorks_IsRefused()
    {
        await app.RunAsync(async work =>
        {
            work.Db.Add(Person.Create("somebody", new("张三"), [Roles.User], work.Now));
            await work.SaveAsync(TestContext.Current.CancellationToken);
        });
        var result = await app.RunAsync(services => services.GetRequiredService<Demonstration>().FillAsync(app.Clock.Now, _ => { }, TestContext.Current.CancellationToken));
        Assert.Equal(FillResult.HoldsOtherData, result);
        Assert.Equal(0, await app.RunAsync(services => services.GetRequiredService<FengtaiDb>().Set<Ticket>().CountAsync()));
    }
}
