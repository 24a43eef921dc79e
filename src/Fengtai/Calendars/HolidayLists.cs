using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Which holiday lists are there, with which years, and which year is due and missing?</summary>
internal sealed class HolidayLists(FengtaiDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<ShownList>> AllAsync(CancellationToken cancellation)
    {
        var today = Today(time);
        var years = (await db.Set<HolidayYear>().AsNoTracking().Select(y => new { y.ListId, y.Year }).ToListAsync(cancellation)).ToLookup(y => y.ListId, y => y.Year);
        var lists = await db.Set<HolidayList>().AsNoTracking().OrderBy(l => l.Id).ToListAsync(cancellation);
        return [.. lists.Select(l => new ShownList(l.Id, l.Title.ToString(), [.. years[l.Id].Order()], years[l.Id].Contains(today.Year + 1) ? null : today.Year + 1, IsUrgent(today)))];
    }

    public async Task<IReadOnlyList<HolidayDay>> DaysAsync(Guid list, int year, CancellationToken cancellation) =>
        (await db.Set<HolidayYear>().AsNoTracking().SingleOrDefaultAsync(y => y.ListId == list && y.Year == year, cancellation))?.Days ?? [];

    /// <summary>The State Council publishes the next year in November: from December on it is high time.</summary>
    public static bool IsUrgent(DateOnly today) => today.Month == 12;

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Actor.System.Zone).DateTime);
}

/// <summary>A holiday list as pages show it.</summary>
/// <param name="Missing">The next year, where nobody has put it in.</param>
/// <param name="IsUrgent">It begins soon.</param>
public sealed record ShownList(Guid Id, string Name, IReadOnlyList<int> Years, int? Missing, bool IsUrgent);
