using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.MajorIncidents;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>A ticket as the API tells it: people by login, team and category by code. What only staff read is null for others.</summary>
internal sealed record TicketView(
    long Number, TicketType Type, string Subject, string Description, TicketStatus Status, Priority Priority, Impact? Impact, Urgency? Urgency,
    Impact? ClaimedImpact, Urgency? ClaimedUrgency, string? Category, Channel Channel, string? Requester, string? ReportedBy, string? Owner,
    string? Team, string? Assignee, bool OutOfScope, bool EnteredAfterwards, string? Contact, string? Place,
    IReadOnlyDictionary<string, JsonElement> Fields, IReadOnlyList<string> Missing,
    DateTimeOffset? OccurredAt, DateTimeOffset OpenedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? TakenAt, DateTimeOffset? FirstResponseAt,
    DateTimeOffset? StartedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt, DateTimeOffset UpdatedAt, WaitView? Wait,
    string? Solution, string? Prevention, string? Cause, string? Tested, ResolutionOutcome? Outcome, bool FirstContact,
    CloseCode? CloseCode, int ReopenCount, int CallAttempts, long? Follows, long? MergedInto, long? Parent, bool IsMajor, RatingView? Rating, NextDueView? NextDue, uint Version)
{
    /// <summary>What staff promised and is still open.</summary>
    public PromiseView? Promise { get; init; }

    /// <summary>The last visit of an engineer.</summary>
    public SiteVisit? Visit { get; init; }

    /// <summary>How often haste was asked for.</summary>
    public int UrgeCount { get; init; }

    public DateTimeOffset? LastUrgedAt { get; init; }

    /// <summary>For staff, and of one ticket only: lists leave it out.</summary>
    public IReadOnlyList<LinkView>? Links { get; init; }

    /// <summary>For staff, and of one ticket only.</summary>
    public MajorIncidentView? MajorIncident { get; init; }

    /// <summary>For staff, and of one ticket only: how far its tasks are.</summary>
    public TaskCountsView? Tasks { get; init; }

    /// <summary>For staff, and of one ticket only.</summary>
    public int? MinutesSpent { get; init; }
}

internal sealed record TaskCountsView(int Done, int All, int RequiredOpen);

/// <param name="Kind">What the other ticket is to this one: a word of <see cref="LinkKind"/> or <see cref="Tie"/>.</param>
internal sealed record LinkView(string Kind, long Number, string Subject, TicketStatus Status);

/// <param name="Children">How many children there are in each status.</param>
/// <param name="Spreads">What was last sent to the children, the newest first.</param>
internal sealed record MajorIncidentView(
    string Title, DateTimeOffset DeclaredAt, string? LatestUpdate, DateTimeOffset? LatestUpdateAt, IReadOnlyDictionary<TicketStatus, int> Children, IReadOnlyList<SpreadProgress> Spreads);

internal sealed record PromiseView(string Text, DateTimeOffset By, DateTimeOffset MadeAt);

internal sealed record WaitView(WaitReason Reason, DateTimeOffset Until);

internal sealed record RatingView(int Overall, int? Speed, int? Attitude, int? Result, string? Comment, DateTimeOffset RatedAt);

internal sealed record NextDueView(NextActionKind Kind, DateTimeOffset DueAt, DueState State);

internal enum DueState
{
    /// <summary>There is time left.</summary>
    Running,

    /// <summary>The clock stands.</summary>
    Paused,

    /// <summary>The time is over.</summary>
    Missed,
}

/// <summary>Tells tickets as an actor may see them.</summary>
internal sealed class TicketViews(
    FengtaiDb db, People people, Teams teams, Categories categories, LinkedTickets links, MajorIncidentQuery majors, Spreads spreads, TimeProvider time)
{
    /// <summary>One that was opened just now: nobody can have linked it to anything.</summary>
    public async Task<TicketView> OfNewAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        var view = (await OfAsync([ticket], actor, cancellation))[0];
        return Standing.Of(actor, ticket).SeesInternals ? view with { Links = [] } : view;
    }

    public async Task<TicketView> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        var view = (await OfAsync([ticket], actor, cancellation))[0];
        return !Standing.Of(actor, ticket).SeesInternals ? view : view with
        {
            Links = [.. (await links.OfAsync(ticket, actor, cancellation)).Select(l => new LinkView(l.Link is { } link ? Words.Of(link) : Words.Of(l.Tie!.Value), l.Ticket.Number, l.Ticket.Subject, l.Ticket.Status))],
            MajorIncident = ticket.IsMajor && await majors.OfAsync(ticket.Id, cancellation) is { } major
                ? new(major.Title, major.DeclaredAt, major.LatestUpdate, major.LatestUpdateAt, await links.CountChildrenAsync(ticket.Id, cancellation), await spreads.ProgressAsync(ticket.Id, cancellation))
                : null,
            Tasks = new(ticket.TasksDone, ticket.TaskCount, ticket.RequiredTasksOpen),
            MinutesSpent = ticket.MinutesSpent,
        };
    }

    public async Task<IReadOnlyList<TicketView>> OfAsync(IReadOnlyList<Ticket> tickets, Actor actor, CancellationToken cancellation)
    {
        var known = await people.ManyAsync(tickets.SelectMany(t => new[] { t.RequesterId, t.ReportedById, t.OwnerId, t.AssigneeId }.OfType<Guid>()), cancellation);
        var codes = (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => t.Code);
        var tree = await categories.TreeAsync(cancellation);
        var others = tickets.SelectMany(t => new[] { t.FollowsId, t.MergedIntoId, t.ParentId }).OfType<Guid>().Distinct().ToArray();
        var numbers = others.Length == 0 ? [] : await db.Set<Ticket>().Where(t => others.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Number, cancellation);
        var now = time.GetUtcNow();
        return [.. tickets.Select(View)];

        long? Number(Guid? id) => id is { } other && numbers.TryGetValue(other, out var number) ? number : null;

        string? Login(Guid? id) => id is { } person ? known.GetValueOrDefault(person)?.Login : null;

        TicketView View(Ticket t)
        {
            var by = Standing.Of(actor, t);
            var seesInternals = by.SeesInternals;
            // what the requester told of themselves is not for those who merely follow
            var all = !by.IsFollower;
            return new(
                t.Number, t.Type, t.Subject, t.Description, t.Status, t.Priority, t.Impact, t.Urgency, t.ClaimedImpact, t.ClaimedUrgency,
                tree.Find(t.CategoryId)?.Code, t.Channel, Login(t.RequesterId), Login(t.ReportedById), Login(t.OwnerId),
                t.TeamId is { } team ? codes.GetValueOrDefault(team) : null, Login(t.AssigneeId), t.OutOfScope, t.EnteredAfterwards, all ? t.Contact : null, all ? t.Place : null,
                all ? TicketAnswers.Read(t).Values : new Dictionary<string, JsonElement>(), all ? t.MissingAnswers : [],
                t.OccurredAt, t.OpenedAt, t.AcceptedAt, t.TakenAt, t.FirstResponseAt, t.StartedAt, t.ResolvedAt, t.ClosedAt, t.UpdatedAt,
                t is { WaitReason: { } reason, WaitUntil: { } end } ? new(reason, end) : null,
                t.Solution, t.Prevention, seesInternals ? t.Cause : null, seesInternals ? t.Tested : null, t.Outcome, t.FirstContact,
                t.CloseCode, t.ReopenCount, t.CallAttempts, Number(t.FollowsId), Number(t.MergedIntoId), seesInternals ? Number(t.ParentId) : null, t.IsMajor,
                all && t is { RatingOverall: { } overall, RatedAt: { } ratedAt } ? new(overall, t.RatingSpeed, t.RatingAttitude, t.RatingResult, t.RatingComment, ratedAt) : null,
                t is { NextAction: { } next, NextDueAt: { } due } ? new(next, due, StateOf(t, due, now)) : null,
                t.Version)
            {
                Promise = t is { PromiseText: { } promised, PromisedBy: { } until, PromisedAt: { } since } ? new(promised, until, since) : null,
                Visit = t.ArrivedAt is { } arrived ? new(arrived, t.LeftAt) : null,
                UrgeCount = t.UrgeCount,
                LastUrgedAt = t.LastUrgedAt,
            };
        }
    }

    private static DueState StateOf(Ticket ticket, DateTimeOffset due, DateTimeOffset now) =>
        ticket.NextAction == NextActionKind.Resume ? DueState.Paused : due < now ? DueState.Missed : DueState.Running;
}
