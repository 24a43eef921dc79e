using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>A request as it was told, with people, category and files found.</summary>
/// <param name="Graded">The priority, where the one who files is the desk and has judged.</param>
/// <param name="Real">Set for work entered afterwards.</param>
/// <param name="Solved">Set where it is solved already.</param>
internal sealed record Request(
    TicketType Type, string Subject, string Description, Category? Category, FormAnswers Answers, Impact? Impact, Urgency? Urgency, Priority? Graded,
    Guid RequesterId, Guid? ReportedById, Channel Channel, DateTimeOffset? OccurredAt, string? Contact, string? Place, IReadOnlyList<Guid> Files, bool Accept,
    RealTimes? Real, Resolution? Solved)
{
    /// <summary>Becomes the ticket's.</summary>
    public required Guid Id { get; init; }
}

/// <summary>When things really happened (补录).</summary>
internal sealed record RealTimes(DateTimeOffset? OpenedAt, DateTimeOffset? StartedAt, DateTimeOffset? ResolvedAt);

/// <summary>The new ticket, and what happened to it with the times.</summary>
internal sealed record Opened(Ticket Ticket, IReadOnlyList<(TicketEvent Event, DateTimeOffset At)> Events);

/// <summary>How a ticket comes into being.</summary>
internal static class Opening
{
    public static Result<Opened> Open(Request request, Actor actor, DateTimeOffset now)
    {
        var refusals = Refusals(request, actor, now).ToList();
        if (refusals.Count > 0)
        {
            return Result<Opened>.Refused(refusals);
        }
        var openedAt = request.Real?.OpenedAt ?? now;
        var ticket = New(request, openedAt);
        var events = new List<(TicketEvent, DateTimeOffset)> { (Told(request, ticket), openedAt) };
        if (request.Real is { } real)
        {
            events.AddRange(Afterwards(request, actor, real, openedAt));
        }
        else if (request.Solved is { FirstContact: true } solved)
        {
            var resolved = Handling.Resolve(ticket, Standing.Of(actor, ticket), solved, now);
            if (resolved.IsRefused)
            {
                return Result<Opened>.Refused(resolved.Refusals);
            }
            events.AddRange(resolved.Events.Select(e => (e, now)));
        }
        else
        {
            if (request.Accept)
            {
                events.Add((new TicketAccepted(actor.Id), now));
            }
            // who writes down what somebody says has answered them
            if (IsSpoken(request.Channel) && !actor.Is(request.RequesterId) && !actor.Is(request.ReportedById))
            {
                events.Add((new FirstResponseGiven(now), now));
            }
        }
        return new Opened(ticket, events);
    }

    private static IEnumerable<Refusal> Refusals(Request request, Actor actor, DateTimeOffset now)
    {
        var isStaff = actor.May(TicketPermissions.Desk) || actor.May(TicketPermissions.Work);
        if (!isStaff && !actor.Is(request.RequesterId))
        {
            yield return new OnlyTheDeskFilesForOthers();
        }
        if (!isStaff && (request.Real is not null || request.Solved is not null) || request.Accept && !actor.May(TicketPermissions.Desk))
        {
            yield return new OnlyTheDeskDoesThis();
        }
        if (request.OccurredAt > now)
        {
            yield return new TimeIsInTheFuture("occurredAt");
        }
        if (request.Real is not { } real)
        {
            yield break;
        }
        if (real.OpenedAt is null)
        {
            yield return new Missing("openedAt");
        }
        foreach (var (name, at, before) in new[] { ("openedAt", real.OpenedAt, null), ("startedAt", real.StartedAt, real.OpenedAt), ("resolvedAt", real.ResolvedAt, real.StartedAt ?? real.OpenedAt) })
        {
            if (at > now)
            {
                yield return new TimeIsInTheFuture(name);
            }
            else if (at < before)
            {
                yield return new TimesAreOutOfOrder(name);
            }
        }
        if (real.ResolvedAt is not null)
        {
            foreach (var missing in Handling.Missing(request.Type, request.Solved!))
            {
                yield return missing;
            }
        }
    }

    /// <summary>The work as it was done: whoever enters it answers for it.</summary>
    private static IEnumerable<(TicketEvent, DateTimeOffset)> Afterwards(Request request, Actor actor, RealTimes real, DateTimeOffset openedAt)
    {
        yield return (new TicketAccepted(actor.Id), openedAt);
        if ((real.StartedAt ?? real.ResolvedAt) is { } startedAt)
        {
            yield return (new TicketClaimed(actor.Id, null), startedAt);
            yield return (new WorkStarted(), startedAt);
        }
        if (real.ResolvedAt is { } resolvedAt)
        {
            var solved = request.Solved!;
            yield return (new DiagnosisRecorded(solved.Cause, solved.Tested), resolvedAt);
            yield return (new TicketResolved(solved.Solution!, solved.Prevention, solved.Outcome, FirstContact: false), resolvedAt);
        }
    }

    private static Ticket New(Request request, DateTimeOffset openedAt)
    {
        var judged = request.Graded is not null;
        var ticket = new Ticket
        {
            Id = request.Id,
            Type = request.Type,
            Subject = request.Subject,
            Description = request.Description,
            Status = TicketStatus.New,
            Priority = request.Graded ?? Priority.Normal,
            Impact = judged ? request.Impact : null,
            Urgency = judged ? request.Urgency : null,
            ClaimedImpact = judged ? null : request.Impact,
            ClaimedUrgency = judged ? null : request.Urgency,
            CategoryId = request.Category?.Id,
            Channel = request.Channel,
            RequesterId = request.RequesterId,
            ReportedById = request.ReportedById == request.RequesterId ? null : request.ReportedById,
            EnteredAfterwards = request.Real is not null,
            Contact = request.Contact,
            Place = request.Place,
            MissingAnswers = [.. request.Answers.Missing],
            OccurredAt = request.OccurredAt,
            OpenedAt = openedAt,
            UpdatedAt = openedAt,
            LastUpdateToUserAt = openedAt,
        };
        NextActions.Plan(ticket);
        return ticket;
    }

    private static TicketOpened Told(Request request, Ticket ticket) => new(
        ticket.Type, ticket.Subject, ticket.Channel, ticket.RequesterId, ticket.ReportedById, ticket.CategoryId,
        request.Impact, request.Urgency, ticket.MissingAnswers, ticket.EnteredAfterwards, ticket.FollowsId);

    private static bool IsSpoken(Channel channel) => channel is Channel.Phone or Channel.InPerson;
}
