using System.Text.Json.Serialization;

namespace Fengtai.Calendars;

/// <summary>The working hours of each day of a week; a day without any is a day off.</summary>
public sealed record WeekHours
{
    /// <summary>What the days are called in forms and by programs, in the order of the week.</summary>
    public static readonly IReadOnlyList<string> Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static readonly IReadOnlyList<DayOfWeek> Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static readonly WeekHours AlwaysOpen = EveryDay(OpenHours.WholeDay);

    public IReadOnlyList<OpenHours> Mon { get; init; } = [];

    public IReadOnlyList<OpenHours> Tue { get; init; } = [];

    public IReadOnlyList<OpenHours> Wed { get; init; } = [];

    public IReadOnlyList<OpenHours> Thu { get; init; } = [];

    public IReadOnlyList<OpenHours> Fri { get; init; } = [];

    public IReadOnlyList<OpenHours> Sat { get; init; } = [];

    public IReadOnlyList<OpenHours> Sun { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<OpenHours> this[DayOfWeek day] => day switch
    {
        DayOfWeek.Monday => Mon,
        DayOfWeek.Tuesday => Tue,
        DayOfWeek.Wednesday => Wed,
        DayOfWeek.Thursday => Thu,
        DayOfWeek.Friday => Fri,
        DayOfWeek.Saturday => Sat,
        DayOfWeek.Sunday => Sun,
    };

    public static WeekHours EveryDay(params IReadOnlyList<OpenHours> hours) => new() { Mon = hours, Tue = hours, Wed = hours, Thu = hours, Fri = hours, Sat = hours, Sun = hours };

    public static WeekHours MondayToFriday(params IReadOnlyList<OpenHours> hours) => new() { Mon = hours, Tue = hours, Wed = hours, Thu = hours, Fri = hours };

    /// <param name="days">Seven, from Monday.</param>
    public static WeekHours Of(IReadOnlyList<IReadOnlyList<OpenHours>> days) =>
        new() { Mon = days[0], Tue = days[1], Wed = days[2], Thu = days[3], Fri = days[4], Sat = days[5], Sun = days[6] };

    /// <summary>The hours of a working day that a holiday moved to a weekend: Monday's, or those of the first day that has any.</summary>
    [JsonIgnore]
    public IReadOnlyList<OpenHours> MakeUp => Days.Select(d => this[d]).FirstOrDefault(h => h.Count > 0) ?? [];
}
