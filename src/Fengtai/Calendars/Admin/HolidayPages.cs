using Fengtai.Calendars.Rules;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Fengtai.Calendars.Admin;

/// <summary>Puts together what the page of a holiday list shows.</summary>
internal sealed class HolidayPages(HolidayLists lists, CalendarImpacts impacts, TimeProvider time, PageContext page, IStringLocalizer texts)
{
    /// <param name="text">As typed or from a file; null for what is stored.</param>
    /// <param name="preview">What was read of it, to be looked at before it is saved.</param>
    public async Task<IResult> YearAsync(Guid id, int? year, CancellationToken cancellation, string? text = null, FormBasis? basis = null, IReadOnlyList<HolidayDay>? preview = null, IReadOnlyList<Refusal>? refusals = null)
    {
        if ((await lists.AllAsync(cancellation)).FirstOrDefault(l => l.Id == id) is not { } list)
        {
            return Results.NotFound();
        }
        var today = HolidayLists.Today(time);
        var shownYear = year is >= 1971 and <= 2098 ? year.Value : list.Missing is { } missing && list.IsUrgent ? missing : today.Year;
        var days = await lists.DaysAsync(id, shownYear, cancellation);
        var isStale = refusals?.Any(r => r is ChangedMeanwhile) == true;
        var based = isStale || basis is null ? new(Fingerprint.Of(days), Written(days)) : basis;
        var model = new HolidayModel(id, list.Name, shownYear, [.. list.Years.Append(shownYear).Append(today.Year + 1).Distinct().OrderDescending().Take(10)], days, based);
        return PageAnswers.Page<HolidayPage>(
            new
            {
                Model = model,
                Text = text ?? Written(days),
                Preview = preview is null ? null : new HolidayPreview(preview, await impacts.OfHolidaysAsync(id, shownYear, preview, cancellation)),
                Errors = isStale || refusals is null ? null : FormErrors.From(refusals, texts, "calendars.data"),
                Differences = isStale ? new[] { new Difference(texts["calendars.data.days"], Joined(basis?.Shown ?? ""), Joined(Written(days)), Joined(text ?? "")) } : null,
            },
            preview is null && refusals is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public IResult New(string? name, string? nameEn, IReadOnlyList<Refusal> refusals) => PageAnswers.Page<NewHolidayListPage>(
        new { Name = name ?? "", NameEn = nameEn ?? "", Errors = refusals.Count == 0 ? null : FormErrors.From(refusals, texts, "calendars.data") },
        refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private string Written(IReadOnlyList<HolidayDay> days) => HolidayText.Write(days, page.Culture.TwoLetterISOLanguageName == "en");

    private static string Joined(string lines) => lines.ReplaceLineEndings("; ");
}
