using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>How often a ticket may be urged.</summary>
/// <param name="Pause">The least time between two.</param>
/// <param name="MostADay">At most so many within <see cref="Urging.Day"/>.</param>
internal sealed record UrgingLimits(TimeSpan Pause, int MostADay);

/// <summary>催办: the user asks for haste. Recorded and counted; too often it would be noise.</summary>
internal static class Urging
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <param name="before">When it was urged within the last <see cref="Day"/>, in order.</param>
    public static Decision Urge(Ticket ticket, Standing by, IReadOnlyList<DateTimeOffset> before, UrgingLimits limits, DateTimeOffset now) =>
        (NotNow(ticket, by) ?? TooSoon(before, limits, now)) is { } no ? no : new TicketUrged(ticket.UrgeCount + 1);

    /// <summary>Why this actor cannot urge it however long ago it was urged; null where they can.</summary>
    public static Refusal? NotNow(Ticket ticket, Standing by) => ticket.Status switch
    {
        _ when !by.IsUserSide && !by.IsDesk => new OnlyTheUserOrTheDeskUrges(),
        TicketStatus.Resolved => new TicketIsAlreadyResolved(),
        TicketStatus.Closed => new TicketIsAlreadyClosed(),
        TicketStatus.Cancelled => new TicketWasCancelled(),
        _ => null,
    };

    /// <summary>When it may be urged again, which may be over; null where it was not urged.</summary>
    public static DateTimeOffset? AgainAt(IReadOnlyList<DateTimeOffset> before, UrgingLimits limits) =>
        before.Count == 0 ? null
        : IsOften(before, limits) && DayIsOver(before, limits) is var tomorrow && tomorrow > before[^1] + limits.Pause ? tomorrow
        : before[^1] + limits.Pause;

    private static Refusal? TooSoon(IReadOnlyList<DateTimeOffset> before, UrgingLimits limits, DateTimeOffset now) => AgainAt(before, limits) switch
    {
        { } again when again <= now => null,
        { } again when again > before[^1] + limits.Pause => new TicketWasUrgedOften(limits.MostADay, (int)Math.Ceiling((again - now).TotalHours)),
        { } again => new TicketWasUrgedJustNow((int)Math.Ceiling((again - now).TotalMinutes)),
        null => null,
    };

    private static bool IsOften(IReadOnlyList<DateTimeOffset> before, UrgingLimits limits) => before.Count >= limits.MostADay;

    private static DateTimeOffset DayIsOver(IReadOnlyList<DateTimeOffset> before, UrgingLimits limits) => before[^limits.MostADay] + Day;
}
