using Fengtai.Calendars;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>
/// Which deadline comes first? It is written on the ticket, so that lists sort by it and say when it gets close, and users read it as what they
/// are promised: what is agreed with teams and suppliers is not among it.
/// </summary>
internal static class NextDeadline
{
    /// <summary>Close: when less than this is left of a target.</summary>
    public const double Close = 0.25;

    /// <summary>A ticket without a running clock keeps the plain default.</summary>
    public static void Write(Ticket ticket, IEnumerable<Clock> clocks, Func<Guid, WorkingTime> calendars)
    {
        var first = clocks.Where(c => !c.IsOver && c.PolicyId is not null && c.DueAt is not null && c.State is not ClockState.Paused).OrderBy(c => c.Kind).MinBy(c => c.DueAt);
        if (!ticket.IsOpen || first?.DueAt is not { } due || KeepsItsOwn(ticket) && ticket.NextDueAt <= due)
        {
            return;
        }
        if (ticket is { IsInWork: true, PromisedBy: { } promised } && promised <= due)
        {
            (ticket.NextAction, ticket.NextDueAt, ticket.NextSoonAt) = (NextActionKind.Promise, promised, ticket.PromisedAt is { } since ? promised - (promised - since) * Close : promised);
            return;
        }
        ticket.NextAction = ticket.Status == TicketStatus.New ? NextActionKind.Accept : ActionOf(first.Kind);
        ticket.NextDueAt = due;
        ticket.NextSoonAt = ClockReading.Of(first.Turns, calendars).WhenLeft(Close) ?? due;
    }

    /// <summary>A wait comes back by itself, and what was promised by hand is promised.</summary>
    private static bool KeepsItsOwn(Ticket ticket) => ticket.NextAction is NextActionKind.Resume or NextActionKind.Promise;

    private static NextActionKind ActionOf(ClockKind kind) => kind switch
    {
        ClockKind.FirstResponse => NextActionKind.FirstResponse,
        ClockKind.Plan => NextActionKind.Plan,
        ClockKind.NextUpdate => NextActionKind.NextUpdate,
        ClockKind.Take => NextActionKind.Take,
        ClockKind.Arrival => NextActionKind.Arrive,
        ClockKind.Confirmation => NextActionKind.Confirmation,
        ClockKind.Resolution or ClockKind.Ola or ClockKind.Uc => NextActionKind.Resolve,
    };
}
