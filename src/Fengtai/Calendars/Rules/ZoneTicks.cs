using NodaTime;

namespace Fengtai.Calendars.Rules;

/// <summary>
/// Local times as instants (ticks of UTC). A time that the clock shows twice is its first occurrence; one that the clock skips is the moment
/// of the skip. So local order stays order, hours that meet still meet, and hours that are skipped altogether last no time.
/// </summary>
internal sealed class ZoneTicks(DateTimeZone zone)
{
    private static readonly long UnixEpoch = DateTime.UnixEpoch.Ticks;

    /// <summary>The whole day has this offset from UTC; null where the clock is changed on it or at either end.</summary>
    public long? SteadyOffset(DateOnly date)
    {
        var midnight = Local(date);
        var mapped = zone.MapLocal(midnight);
        if (mapped.Count != 1)
        {
            return null;
        }
        var interval = mapped.EarlyInterval;
        var end = mapped.Single().ToInstant() + Duration.FromDays(1);
        return interval.HasEnd && interval.End <= end ? null : interval.WallOffset.Ticks;
    }

    /// <param name="minutes">From midnight, up to 24 hours.</param>
    public long TicksOf(DateOnly date, int minutes)
    {
        var mapped = zone.MapLocal(minutes == OpenHours.EndOfDay ? Local(date.AddDays(1)) : Local(date).PlusMinutes(minutes));
        var instant = mapped.Count == 0 ? mapped.LateInterval.Start : mapped.First().ToInstant();
        return UnixEpoch + instant.ToUnixTimeTicks();
    }

    public DateOnly Date(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).Date.ToDateOnly();

    private static LocalDateTime Local(DateOnly date) => new(date.Year, date.Month, date.Day, 0, 0);
}
