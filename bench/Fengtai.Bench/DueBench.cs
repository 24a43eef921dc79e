using System.Diagnostics;
using Fengtai.Calendars;
using Fengtai.Calendars.Defaults;

namespace Fengtai.Bench;

/// <summary>Arithmetic of working time on one core: the Chinese office calendar with two intervals a day, its holidays and make-up days.</summary>
internal static class DueBench
{
    public static Task<Table> RunAsync(BenchOptions options)
    {
        var table = new Table("Working time, one core", "what", "per second", "wanted");
        var office = Calendar();
        var starts = new DateTimeOffset[4096];
        var targets = new TimeSpan[starts.Length];
        var random = new Random(20261126);
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(365 * 86_400));
            targets[i] = TimeSpan.FromMinutes(random.Next(1, 80 * 60));
        }
        var seconds = Math.Min(options.Seconds, 5);
        table.Add("due: start and up to 80 hours of target", PerSecond(seconds, i => office.Due(starts[i], targets[i])!.Value.Ticks), "≥ 1,000,000");
        table.Add("working time between two instants", PerSecond(seconds, i => office.Between(starts[i], starts[i] + targets[i]).Ticks), "");
        table.Add("close of the fifth working day", PerSecond(seconds, i => office.CloseOfWorkingDay(starts[i], 5)!.Value.Ticks), "");
        table.Add("place among working days and back", PerSecond(seconds, i => office.AtWorkingDay(office.WorkingDay(starts[i]) + 2.5)!.Value.Ticks), "");
        var (definition, holidays) = (office.Definition, Holidays());
        table.Add("a calendar compiled and asked for the first time", PerSecond(seconds, i => WorkingTime.Compile(definition, holidays).Value.Due(starts[i], targets[i])!.Value.Ticks), "");
        return Task.FromResult(table);
    }

    private static string PerSecond(int seconds, Func<int, long> once)
    {
        var (done, sum) = (0L, 0L);
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < TimeSpan.FromSeconds(1);)
        {
            sum += once((int)(done++ & 4095));
        }
        done = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            for (var i = 0; i < 64; i++)
            {
                sum += once((int)(done++ & 4095));
            }
        }
        return sum == 0 ? "nothing" : $"{done / watch.Elapsed.TotalSeconds:N0}";
    }

    private static WorkingTime Calendar() =>
        WorkingTime.Compile(new("Asia/Shanghai", WeekHours.MondayToFriday(new OpenHours(510, 720), new OpenHours(810, 1050))), Holidays()).Value;

    private static HolidayDays Holidays()
    {
        var days = ChineseHolidays.ByYear().Values.SelectMany(y => y).ToLookup(d => d.IsWorked, d => d.Date);
        return new(days[false].ToHashSet(), days[true].ToHashSet());
    }
}
