namespace Fengtai.Tickets.Rules;

/// <summary>The days that the board looks back on, both included.</summary>
/// <param name="Words">As it was asked for: <c>last30Days</c>, <c>2026-11-01..2026-11-20</c>.</param>
internal sealed record BoardPeriod(string Words, DateOnly First, DateOnly Last)
{
    public const string Usual = "last30Days";

    /// <summary>The longest, in days: a quarter. Every figure of the past is counted anew, so there has to be an end.</summary>
    public const int MostDays = 92;

    /// <summary>Those that are offered; any other can be written.</summary>
    public static readonly IReadOnlyList<string> Offered = ["last7Days", Usual, "thisMonth", "lastMonth"];

    /// <summary>As a filter of tickets says it. The days themselves: the words would mean others tomorrow.</summary>
    public string Text => TextOf(First, Last);

    /// <summary>Whole days with a beginning and an end, begun before now, at most <see cref="MostDays"/>; what lies ahead is left out. Null where the words mean no such period.</summary>
    public static BoardPeriod? Read(string words, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (words == Period.Missed || Period.Read(words, now, zone) is not { From: { } from, To: { } to } || from > now || from >= to)
        {
            return null;
        }
        var (first, last) = (Slices.DayOf(from, zone), Slices.DayOf(to.AddTicks(-1), zone));
        if (from != Period.Start(first, zone) || to != Period.Start(last.AddDays(1), zone) || last.DayNumber - first.DayNumber >= MostDays)
        {
            return null;
        }
        var today = Slices.DayOf(now, zone);
        return new(words, first, last < today ? last : today);
    }

    public static string TextOf(DateOnly first, DateOnly last) => first == last ? Text1(first) : $"{Text1(first)}..{Text1(last)}";

    private static string Text1(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
