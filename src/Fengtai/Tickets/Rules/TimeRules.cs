using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>What work took: how it is written, and who may enter and correct it.</summary>
internal static partial class TimeRules
{
    public const int MostMinutes = 24 * 60;

    /// <summary>Further back nobody remembers it.</summary>
    public const int MostDaysBack = 366;

    /// <summary>Minutes, as people write them, in wide characters too: <c>90</c>, <c>1h30</c>, <c>1:30</c>, <c>1.5h</c>, <c>45m</c>, <c>1小时30分</c>, <c>半小时</c>. Null where it is no length of time.</summary>
    public static int? Read(string text)
    {
        var written = text.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("半小时", "30分", StringComparison.Ordinal).Replace("小时半", "小时30分", StringComparison.Ordinal);
        if (Written.Match(written) is not { Success: true } match)
        {
            return null;
        }
        var (hours, minutes, bare) = (Number(match.Groups["h"]), Number(match.Groups["m"]), Number(match.Groups["bare"]));
        if (match.Groups["h"].Value.Contains('.', StringComparison.Ordinal) && minutes is not null)
        {
            return null;
        }
        var total = (hours ?? 0) * 60 + (minutes ?? 0) + (bare ?? 0);
        return total > int.MaxValue ? null : (int)Math.Round(total, MidpointRounding.AwayFromZero);
    }

    /// <param name="today">By the calendar of whoever worked.</param>
    public static Decision Enter(Standing by, Guid id, TimeFacts time, DateOnly today) =>
        !by.SeesInternals || !by.IsAtWork ? new TicketIsNotYours()
        : Wrong(time, today) is { } no ? no
        : new TimeSpent(id, time);

    public static Decision Correct(bool isOwn, Guid id, TimeFacts from, TimeFacts to, DateOnly today) => true switch
    {
        _ when !isOwn => new TimeIsSomebodyElses(),
        _ when Wrong(to, today) is { } no => no,
        _ when from == to => new NothingWouldChange(),
        _ => new TimeCorrected(id, from, to),
    };

    public static Decision Remove(bool isOwn, Guid id, TimeFacts time) => isOwn ? new TimeRemoved(id, time) : new TimeIsSomebodyElses();

    public static bool MayEnter(Standing by) => by is { SeesInternals: true, IsAtWork: true };

    private static Refusal? Wrong(TimeFacts time, DateOnly today) => time switch
    {
        { Minutes: < 1 or > MostMinutes } => new TimeIsOutOfRange(MostMinutes),
        _ when time.Day > today => new TimeIsInTheFuture("day"),
        _ when time.Day < today.AddDays(-MostDaysBack) => new DayIsTooLongAgo(MostDaysBack),
        _ => null,
    };

    private static decimal? Number(Group group) => group.Success ? decimal.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?:(?<h>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?:h|hr|hrs|hour|hours|小时|个小时|时)(?:(?<m>[0-9]{1,4})(?:m|min|mins|minutes|分|分钟)?)?|(?<h>[0-9]{1,3})[:：](?<m>[0-5][0-9])|(?<m>[0-9]{1,5})(?:m|min|mins|minute|minutes|分|分钟)|(?<bare>[0-9]{1,5}))$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written { get; }
}
