using Fengtai.Platform.Texts;

namespace Fengtai.Tickets.Rules;

/// <summary>How long ago a ticket was opened. What is exactly at a border is in the younger group.</summary>
[TextKeys("board.age")]
internal enum TicketAge
{
    /// <summary>At most 4 hours.</summary>
    Hours4,

    /// <summary>At most a day of 24 hours.</summary>
    Day1,

    /// <summary>At most three days.</summary>
    Days3,

    /// <summary>At most a week.</summary>
    Days7,

    /// <summary>At most 30 days.</summary>
    Days30,

    /// <summary>Longer ago.</summary>
    Older,
}

internal static class TicketAges
{
    /// <summary>The oldest age in each group but the last.</summary>
    private static readonly TimeSpan[] Limits = [TimeSpan.FromHours(4), TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    public static readonly IReadOnlyList<TicketAge> All = Enum.GetValues<TicketAge>();

    /// <summary>When what is in the group was opened.</summary>
    public static Period OpenedWithin(TicketAge age, DateTimeOffset now) => new(
        age == TicketAge.Older ? null : now - Limits[(int)age],
        age == TicketAge.Hours4 ? null : now - Limits[(int)age - 1]);

    /// <summary>The borders between the groups as moments, the earliest first: the oldest lie before all of them.</summary>
    public static IReadOnlyList<DateTimeOffset> Borders(DateTimeOffset now) => [.. Limits.Reverse().Select(l => now - l)];

    /// <param name="passed">How many of the <see cref="Borders"/> lie at or before the opening.</param>
    public static TicketAge After(int passed) => (TicketAge)(Limits.Length - passed);
}
