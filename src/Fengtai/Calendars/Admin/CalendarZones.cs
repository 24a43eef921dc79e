using NodaTime.TimeZones;

namespace Fengtai.Calendars.Admin;

/// <summary>The time zones that are offered: those that countries have.</summary>
internal static class CalendarZones
{
    private static readonly Lazy<IReadOnlyList<string>> Offered = new(() => [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(l => l.ZoneId).Append("Etc/UTC").Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Also the one that is chosen already, whatever it is.</summary>
    public static IEnumerable<string> With(string chosen) => chosen.Length == 0 || Offered.Value.Contains(chosen) ? Offered.Value : Offered.Value.Prepend(chosen);
}
