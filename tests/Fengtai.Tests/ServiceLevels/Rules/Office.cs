using System.Globalization;
using Fengtai.Calendars;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>Working days 08:30–12:00 and 13:30–17:30 in Shanghai, with the turn of September to October 2026; and a calendar that never closes.</summary>
internal static class Office
{
    public static readonly Guid Hours = Guid.Parse("00000000-0000-7000-8000-0000000000a1");
    public static readonly Guid Always = Guid.Parse("00000000-0000-7000-8000-0000000000a2");

    private static readonly WorkingTime Open = Compile(new("Asia/Shanghai", WeekHours.MondayToFriday(OpenHours.Read("08:30", "12:00")!.Value, OpenHours.Read("13:30", "17:30")!.Value)) { DaysOff = [.. Days("2026-10-01", 7)] });
    private static readonly WorkingTime Never = Compile(new("UTC", WeekHours.AlwaysOpen));

    public static WorkingTime Of(Guid calendar) => calendar == Always ? Never : Open;

    public static Target Minutes(int value, Guid? calendar = null) => new(value, TargetUnit.Minutes, calendar ?? Hours);

    public static Target WorkingDays(int value) => new(value, TargetUnit.WorkingDays, Hours);

    /// <summary>Local time of Shanghai: <c>09-21 09:00</c> of 2026 (a Monday).</summary>
    public static DateTimeOffset At(string when) => new(DateTime.ParseExact($"2026-{when}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static string Said(DateTimeOffset? at) => at?.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";

    private static IEnumerable<DateOnly> Days(string first, int count) => Enumerable.Range(0, count).Select(DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays);

    private static WorkingTime Compile(CalendarDefinition definition) => WorkingTime.Compile(definition).Value;
}
