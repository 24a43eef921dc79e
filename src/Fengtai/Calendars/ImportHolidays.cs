using System.Globalization;
using Fengtai.Calendars.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Puts the days of a year into a holiday list, new or anew.</summary>
internal sealed class ImportHolidays(Work work)
{
    /// <summary>Days as people write them, held against the year that they are to be of.</summary>
    public static Result<IReadOnlyList<HolidayDay>> Read(string text, int year)
    {
        var days = HolidayText.Read(text);
        if (days.IsRefused)
        {
            return days;
        }
        if (days.Value.Count == 0)
        {
            return new Missing("days");
        }
        var strangers = days.Value.Where(d => !IsOf(d.Date, year)).Select(d => new HolidayIsOfAnotherYear(d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), year)).ToList();
        return strangers.Count > 0 ? Result<IReadOnlyList<HolidayDay>>.Refused([.. strangers.Take(3)]) : days;
    }

    /// <param name="basedOn">Fingerprint of the year's days that the import replaces; others are refused as stale.</param>
    public async Task<Result<Done>> RunAsync(Guid list, int year, IReadOnlyList<HolidayDay> days, string? basedOn, Actor actor, CancellationToken cancellation)
    {
        if (year is < 1971 or > 2098)
        {
            return new UnknownValue("year", year.ToString(CultureInfo.InvariantCulture));
        }
        if (!await work.Db.Set<HolidayList>().AnyAsync(l => l.Id == list, cancellation))
        {
            return new NotFound();
        }
        var kept = await work.Db.Set<HolidayYear>().SingleOrDefaultAsync(y => y.ListId == list && y.Year == year, cancellation);
        if (Fingerprint.Of(kept?.Days ?? []) != basedOn)
        {
            return new ChangedMeanwhile();
        }
        await HolidayYears.PutAsync(work, kept, list, year, days, actor, cancellation);
        return await work.SaveAsync(cancellation);
    }

    // a notice may give the last days of the year before and the first of the next
    private static bool IsOf(DateOnly date, int year) =>
        date.Year == year || date.Year == year - 1 && date.Month == 12 && date.Day > 20 || date.Year == year + 1 && date.Month == 1 && date.Day < 11;
}
