using System.Globalization;
using System.Text;
using Fengtai.Calendars.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Calendars.Admin;

/// <summary>The pages of holiday lists.</summary>
internal static class HolidayRoutes
{
    public const string Home = "/admin/holidays";
    public const long MostBytes = 512 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Home).Requires(CalendarPermissions.Administer);
        admin.MapGet("/new", (HolidayPages pages) => pages.New(null, null, []));
        admin.MapPost("/new", AddAsync);
        admin.MapGet("/{id:guid}", (Guid id, int? year, HolidayPages pages, CancellationToken cancellation) => pages.YearAsync(id, year, cancellation));
        admin.MapPost("/{id:guid}", ImportAsync);
    }

    private static async Task<IResult> AddAsync(IFormCollection form, AddHolidayList add, HolidayPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var added = await add.RunAsync(form["name"], form["nameEn"], actor, cancellation);
        if (added.IsRefused)
        {
            return pages.New(form["name"], form["nameEn"], added.Refusals);
        }
        http.Say("calendars.said.listAdded", form["name"].ToString().Trim());
        return PageAnswers.SeeOther($"{Home}/{added.Value}");
    }

    private static async Task<IResult> ImportAsync(Guid id, IFormCollection form, ImportHolidays import, HolidayPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var year = int.TryParse(form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var basis = new FormBasis(form["basedOn"].ToString(), form["shown"].ToString());
        var text = form.Files.GetFile("file") is { Length: > 0 } file ? await TextAsync(file, year, cancellation) : form["days"].ToString();
        if (text.IsRefused)
        {
            return await pages.YearAsync(id, year, cancellation, form["days"], basis, refusals: text.Refusals);
        }
        var days = ImportHolidays.Read(text.Value, year);
        if (days.IsRefused)
        {
            return await pages.YearAsync(id, year, cancellation, text.Value, basis, refusals: days.Refusals);
        }
        if (form["act"] != "save" || form.Files.Count > 0 && form.Files[0].Length > 0)
        {
            return await pages.YearAsync(id, year, cancellation, text.Value, basis, preview: days.Value);
        }
        var done = await import.RunAsync(id, year, days.Value, basis.Fingerprint, actor, cancellation);
        if (done.IsRefused)
        {
            return done.Refusal is NotFound ? Results.NotFound() : await pages.YearAsync(id, year, cancellation, text.Value, basis, refusals: done.Refusals);
        }
        http.Say("calendars.said.imported", year.ToString(CultureInfo.InvariantCulture));
        return PageAnswers.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}?year={year}"));
    }

    /// <summary>The file as lines; of an iCalendar file only the days of the year, for such files hold many.</summary>
    private static async Task<Result<string>> TextAsync(IFormFile file, int year, CancellationToken cancellation)
    {
        if (file.Length > MostBytes)
        {
            return new CalendarFileIsTooLarge((int)(MostBytes / 1024));
        }
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellation);
        if (!text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length <= 20_000 ? text : new CalendarFileIsTooLarge(20);
        }
        var days = ICalendarDays.Read(text).Where(d => d.Date.Year == year).ToList();
        return days.Count > 0 ? HolidayText.Write(days) : new CalendarFileHasNoDays();
    }
}
