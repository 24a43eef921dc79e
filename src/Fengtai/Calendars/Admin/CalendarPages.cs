using System.Globalization;
using Fengtai.Calendars.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Calendars.Admin;

/// <summary>Puts together what the administration pages of calendars show.</summary>
internal sealed class CalendarPages(FengtaiDb db, CalendarBook book, HolidayLists lists, CalendarImpacts impacts, CalendarHistory history, PageContext page, TimeProvider time, IStringLocalizer texts)
{
    private static readonly CalendarDraft Usual =
        new("", "", Actor.DefaultZone, WeekHours.MondayToFriday(new OpenHours(510, 720), new OpenHours(810, 1050)), [], [CalendarIds.ChineseHolidays]);

    public async Task<IResult> ListAsync(CancellationToken cancellation) =>
        PageAnswers.Page<CalendarsPage>(new { Calendars = await book.ListAsync(cancellation), Lists = await lists.AllAsync(cancellation) });

    public async Task<IResult> NewAsync(CalendarInput? input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var errors = CalendarErrors.Of(refusals, texts);
        return PageAnswers.Page<NewCalendarPage>(new { Input = input ?? CalendarInput.Of(Usual), Errors = errors, Lists = await OptionsAsync(cancellation) }, StatusOf(errors is not null));
    }

    /// <summary>The page of a calendar; <paramref name="input"/> as it was typed where it comes back.</summary>
    /// <param name="moved">What saving would move, where it is to be confirmed.</param>
    public async Task<IResult> CalendarAsync(Guid id, CancellationToken cancellation, CalendarInput? input = null, FormBasis? basis = null, IReadOnlyList<Refusal>? refusals = null, IReadOnlyList<CalendarImpact>? moved = null, string? confirmation = null)
    {
        if (await book.FindAsync(id, cancellation) is not { } calendar
            || await db.Set<StoredCalendar>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } kept)
        {
            return Results.NotFound();
        }
        var draft = CalendarDraft.Of(kept);
        var stored = CalendarInput.Of(draft);
        var isStale = refusals?.Any(r => r is ChangedMeanwhile) == true;
        // a form that comes back for another reason is still based on what it was based on
        var based = isStale || basis is null ? new(Fingerprint.Of(draft), ShownValues.Write(stored.Values())) : basis;
        var (shown, typed) = (ShownValues.Read(basis?.Shown), (input ?? stored).Values());
        var errors = isStale ? null : CalendarErrors.Of(refusals ?? [], texts);
        return PageAnswers.Page<CalendarPage>(
            new
            {
                Calendar = calendar,
                Input = isStale ? CalendarInput.From(ThreeWay.Merged(shown, All(stored.Values(), typed), typed)) : input ?? stored,
                Basis = based,
                Lists = await OptionsAsync(cancellation),
                History = await history.AskAsync(id, page.Actor, cancellation),
                Errors = errors,
                Differences = isStale ? await DifferencesAsync(ThreeWay.Changes(shown, All(stored.Values(), shown), typed), cancellation) : null,
                Moved = moved ?? [],
                Confirmation = confirmation,
            },
            StatusOf(isStale || errors is not null || moved is not null));
    }

    /// <summary>A year of a calendar. Painting is a question with the paint in it; nothing is changed by asking.</summary>
    public async Task<IResult> DaysAsync(Guid id, DaysAsked asked, CancellationToken cancellation, IReadOnlyList<Refusal>? refusals = null, string? shownValues = null)
    {
        if (await book.FindAsync(id, cancellation) is not { } calendar)
        {
            return Results.NotFound();
        }
        var today = calendar.Time.DateOf(time.GetUtcNow());
        var (painted, hoursProblem) = asked.Painted(calendar.Time.Definition);
        var compiled = await book.CompileAsync(DayPaint.Apply(calendar.Time.Definition, painted), today, cancellation);
        var isStale = refusals?.Any(r => r is ChangedMeanwhile) == true;
        var errors = CalendarErrors.Of([.. isStale ? [] : refusals ?? [], .. compiled.Refusals, .. hoursProblem], texts);
        var working = compiled.IsRefused ? calendar.Time : compiled.Value;
        var year = new CalendarYear(
            calendar,
            asked.Year is >= 1971 and <= 2098 ? asked.Year.Value : today.Year,
            asked.Month is >= 1 and <= 12 ? asked.Month : null,
            today,
            painted,
            working,
            await book.HolidayNamesAsync(calendar.Time.Definition, cancellation),
            asked.Brush,
            asked.Hours);
        return PageAnswers.Page<DaysPage>(
            new
            {
                Year = year,
                Moved = painted.Count > 0 && !compiled.IsRefused ? await impacts.OfAsync(id, working, cancellation) : [],
                Errors = errors,
                Differences = isStale ? DayDifferences(calendar, painted, ShownValues.Read(shownValues)) : null,
            },
            StatusOf(isStale || refusals is { Count: > 0 }));
    }

    private IReadOnlyList<Difference> DayDifferences(KeptCalendar calendar, SortedDictionary<DateOnly, string> painted, IReadOnlyDictionary<string, string> shown) =>
    [
        .. from day in painted
           let was = shown.GetValueOrDefault(day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DayPaint.Rule)
           let now = DayPaint.Of(calendar.Time.Definition, day.Key)
           where was != now
           select new Difference(day.Key.ToString(texts["calendars.day"], page.Culture), PaintWords.Of(was, texts), PaintWords.Of(now, texts), PaintWords.Of(day.Value, texts)),
    ];

    private async Task<IReadOnlyList<Difference>> DifferencesAsync(IReadOnlyList<MergedChange> changes, CancellationToken cancellation)
    {
        var names = (await lists.AllAsync(cancellation)).ToDictionary(l => l.Id.ToString(), l => l.Name);
        return [.. changes.Select(c => new Difference(CalendarErrors.Label(c.Name, texts), Said(c, c.Was), Said(c, c.Now), c.Typed is null ? null : Said(c, c.Typed)))];

        string Said(MergedChange change, string value) => change.Name == "holidays" ? WeekWords.Listed(value.Split(' ').Select(v => names.GetValueOrDefault(v, v)), texts) : value;
    }

    // seasons that one side has and the other has not
    private static Dictionary<string, string> All(IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> others) =>
        stored.Keys.Union(others.Keys).ToDictionary(k => k, k => stored.GetValueOrDefault(k, ""));

    private async Task<IReadOnlyList<Option>> OptionsAsync(CancellationToken cancellation) =>
        [.. (await lists.AllAsync(cancellation)).Select(l => new Option(l.Id.ToString(), l.Name))];

    private static int StatusOf(bool comesBack) => comesBack ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}

/// <summary>What a form was rendered from.</summary>
/// <param name="Fingerprint">Of what was stored.</param>
/// <param name="Shown">The values, for telling later who changed what (ShownValues).</param>
public sealed record FormBasis(string Fingerprint, string Shown);
