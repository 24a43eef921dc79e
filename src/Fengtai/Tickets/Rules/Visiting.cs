using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Work where the user is. One visit after the other; of each, when somebody came and went.</summary>
internal static class Visiting
{
    public static bool IsOnSite(Ticket ticket) => ticket is { ArrivedAt: not null, LeftAt: null };

    /// <summary>Work begins with it, and a wait ends, as far as whoever came may begin it.</summary>
    public static Decision Arrive(Ticket ticket, Standing by, DateTimeOffset at, DateTimeOffset now)
    {
        Refusal? no = true switch
        {
            _ when Dispatching.NotInWork(ticket) is { } notInWork => notInWork,
            _ when !by.IsAtWork => new TicketIsNotYours(),
            _ when IsOnSite(ticket) => new EngineerIsOnSite(),
            _ when at > now => new TimeIsInTheFuture("at"),
            _ when at < ticket.OpenedAt || at < ticket.LeftAt => new TimesAreOutOfOrder("at"),
            _ => null,
        };
        return no is not null ? no : Decision.Happen([.. Begin(ticket, by), new EngineerArrived(at)]);
    }

    /// <summary>Whatever became of the ticket meanwhile: it may have been solved and confirmed on the spot.</summary>
    public static Decision Leave(Ticket ticket, Standing by, DateTimeOffset at, DateTimeOffset now) => true switch
    {
        _ when !by.IsAtWork => new TicketIsNotYours(),
        _ when !IsOnSite(ticket) => new NobodyIsOnSite(),
        _ when at > now => new TimeIsInTheFuture("at"),
        _ when at < ticket.ArrivedAt => new TimesAreOutOfOrder("at"),
        _ => new EngineerLeft(at),
    };

    /// <summary>The visits that the log tells of, in order.</summary>
    public static IReadOnlyList<SiteVisit> Visits(IEnumerable<TicketEvent> log)
    {
        var visits = new List<SiteVisit>();
        foreach (var happened in log)
        {
            if (happened is EngineerArrived arrived)
            {
                visits.Add(new(arrived.ArrivedAt, null));
            }
            else if (happened is EngineerLeft left && visits.Count > 0)
            {
                visits[^1] = visits[^1] with { LeftAt = left.LeftAt };
            }
        }
        return visits;
    }

    private static IEnumerable<TicketEvent> Begin(Ticket ticket, Standing by)
    {
        if (ticket.Status != TicketStatus.Waiting)
        {
            return Handling.Start(ticket, by).Events;
        }
        var afterwards = ticket.Copy();
        var ended = new WaitEnded(ticket.WaitReason!.Value, WaitEnd.Resumed);
        afterwards.Status = ticket.StatusBeforeWait ?? TicketStatus.Accepted;
        return [ended, .. Handling.Start(afterwards, by).Events];
    }
}
