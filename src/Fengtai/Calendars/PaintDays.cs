using System.Globalization;
using Fengtai.Calendars.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Gives single days of a calendar hours of their own, makes them off, or leaves them to the calendar's rules again.</summary>
internal sealed class PaintDays(Work work, CalendarBook book)
{
    /// <summary>What a calendar can have of its own; more is a matter of a season or a list.</summary>
    public const int MostDays = 3000;

    /// <param name="shown">What those days had when they were painted; a day that has something else by now is refused as stale.</param>
    public async Task<Result<Done>> RunAsync(Guid id, IReadOnlyDictionary<DateOnly, string> painted, IReadOnlyDictionary<DateOnly, string> shown, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<StoredCalendar>().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } calendar)
        {
            return new NotFound();
        }
        var before = calendar.Definition;
        var now = painted.ToDictionary(p => p.Key, p => DayPaint.Of(before, p.Key));
        if (now.Any(n => shown.GetValueOrDefault(n.Key, DayPaint.Rule) != n.Value))
        {
            return new ChangedMeanwhile();
        }
        var changed = painted.Where(p => now[p.Key] != p.Value).OrderBy(p => p.Key).ToList();
        if (changed.Count == 0)
        {
            return default(Done);
        }
        var definition = DayPaint.Apply(before, painted);
        if (definition.DaysOff.Count + definition.Shifts.Count > MostDays)
        {
            return new CalendarHasTooManyDays(MostDays);
        }
        var time = await book.CompileAsync(definition, DateOnly.FromDateTime(work.Now.UtcDateTime), cancellation);
        if (time.IsRefused)
        {
            return Result<Done>.Refused(time.Refusals);
        }
        calendar.Definition = definition;
        work.Record(CalendarEvent.Of(id), new CalendarChanged(changed.Select(c => (Date: c.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), From: now[c.Key], To: c.Value))
            .ToDictionary(c => $"days.{c.Date}", c => new CalendarDetail($"{c.Date} {c.From}", $"{c.Date} {c.To}"))), actor);
        return await work.SaveAsync(cancellation);
    }
}
