using System.Globalization;
using Fengtai.Platform.Refusals;

namespace Fengtai.Calendars.Rules;

/// <summary>Reads a calendar as somebody wrote it, and gathers what cannot be read, each with its place.</summary>
internal sealed class GivenCalendar
{
    public const int MostHoursOfADay = 24;
    public const int MostDates = 3000;

    public List<Refusal> Refusals { get; } = [];

    public CalendarDefinition Read(
        string? timeZone,
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? week,
        IReadOnlyList<string>? daysOff,
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? shifts)
    {
        if (timeZone is null)
        {
            Refusals.Add(new Missing("timeZone"));
        }
        if (week is null)
        {
            Refusals.Add(new Missing("week"));
        }
        foreach (var unknown in (week?.Keys ?? []).Where(k => !WeekHours.Names.Contains(k)))
        {
            Refusals.Add(new UnknownValue("week", unknown));
        }
        return new(timeZone ?? "UTC", WeekHours.Of([.. WeekHours.Names.Select(d => week is not null && week.TryGetValue(d, out var hours) ? Hours($"week.{d}", hours) : [])]))
        {
            DaysOff = Short("daysOff", daysOff?.Count) ? [.. (daysOff ?? []).Index().Select(d => Date($"daysOff[{d.Index}]", d.Item)).OfType<DateOnly>()] : [],
            Shifts = Short("shifts", shifts?.Count) ? Dated(shifts) : new Dictionary<DateOnly, IReadOnlyList<OpenHours>>(),
        };
    }

    public IReadOnlyList<OpenHours> Hours(string place, IReadOnlyList<IReadOnlyList<string>>? written)
    {
        if (written?.Count > MostHoursOfADay)
        {
            Refusals.Add(new CalendarPartIsTooLong(place, MostHoursOfADay));
            return [];
        }
        var hours = new List<OpenHours>();
        foreach (var (i, given) in (written ?? []).Index())
        {
            if (given is [var from, var to] && OpenHours.Read(from, to) is { } read)
            {
                hours.Add(read);
            }
            else
            {
                Refusals.Add(new HoursAreNotReadable($"{place}[{i}]", Cut(string.Join(" – ", given ?? []))));
            }
        }
        return hours;
    }

    public DateOnly? Date(string place, string? written)
    {
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1970 and < 2100)
        {
            return date;
        }
        Refusals.Add(new DateIsNotUsable(place, Cut(written ?? "")));
        return null;
    }

    /// <summary>An instant says its offset: <c>2026-10-10T09:00:00+08:00</c>.</summary>
    public DateTimeOffset Instant(string place, string? written, int earliestYear, int latestYear)
    {
        if (written is null)
        {
            Refusals.Add(new Missing(place));
            return DateTimeOffset.UnixEpoch;
        }
        if (SaysItsOffset(written) && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            && at.Year >= earliestYear && at.Year <= latestYear)
        {
            return at;
        }
        Refusals.Add(new DateIsNotUsable(place, Cut(written)));
        return DateTimeOffset.UnixEpoch;
    }

    public TimeSpan Target(string place, decimal? seconds)
    {
        if (seconds is < 0)
        {
            Refusals.Add(new TargetIsNegative(place));
        }
        else if (seconds > WorkingTime.HorizonYears * 366m * 24 * 60 * 60)
        {
            Refusals.Add(new TargetIsTooFar(place, WorkingTime.HorizonYears));
        }
        else
        {
            return TimeSpan.FromTicks((long)((seconds ?? 0) * TimeSpan.TicksPerSecond));
        }
        return default;
    }

    private static bool SaysItsOffset(string written) =>
        written.Contains('T', StringComparison.Ordinal) && (written.EndsWith('Z') || written.Length > 6 && written[^6] is '+' or '-' && written[^3] == ':');

    private Dictionary<DateOnly, IReadOnlyList<OpenHours>> Dated(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? shifts)
    {
        var dated = new Dictionary<DateOnly, IReadOnlyList<OpenHours>>();
        foreach (var (key, written) in shifts ?? new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>())
        {
            if (Date($"shifts.{Cut(key)}", key) is { } date)
            {
                dated[date] = Hours($"shifts.{key}", written);
            }
        }
        return dated;
    }

    private bool Short(string place, int? count)
    {
        if (count is null or <= MostDates)
        {
            return true;
        }
        Refusals.Add(new CalendarPartIsTooLong(place, MostDates));
        return false;
    }

    private static string Cut(string given) => given.Length > 40 ? given[..40] : given;
}
