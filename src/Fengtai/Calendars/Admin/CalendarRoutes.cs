using System.Globalization;
using Fengtai.Calendars.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Calendars.Admin;

/// <summary>The pages for adding, editing, painting and deactivating calendars.</summary>
internal static class CalendarRoutes
{
    public const string Home = "/admin/calendars";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Home).Requires(CalendarPermissions.Administer);
        admin.MapGet("", (CalendarPages pages, CancellationToken cancellation) => pages.ListAsync(cancellation));
        admin.MapGet("/new", (CalendarPages pages, CancellationToken cancellation) => pages.NewAsync(null, [], cancellation));
        admin.MapPost("/new", AddAsync);
        admin.MapGet("/{id:guid}", (Guid id, CalendarPages pages, CancellationToken cancellation) => pages.CalendarAsync(id, cancellation));
        admin.MapPost("/{id:guid}", EditAsync);
        admin.MapGet("/{id:guid}/days", (Guid id, HttpContext http, CalendarPages pages, CancellationToken cancellation) => pages.DaysAsync(id, DaysAsked.From(http.Request.Query), cancellation));
        admin.MapPost("/{id:guid}/days", PaintAsync);
        // binding the form is what checks its token
        admin.MapPost("/{id:guid}/activate", (Guid id, IFormCollection form, ActivateCalendar activate, Actor actor, HttpContext http, CancellationToken cancellation) => ActivateAsync(id, true, activate, actor, http, cancellation));
        admin.MapPost("/{id:guid}/deactivate", (Guid id, IFormCollection form, ActivateCalendar activate, Actor actor, HttpContext http, CancellationToken cancellation) => ActivateAsync(id, false, activate, actor, http, cancellation));
    }

    private static async Task<IResult> AddAsync(IFormCollection form, AddCalendar add, CalendarPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var input = CalendarInput.From(form);
        var draft = input.Read();
        var added = draft.IsRefused ? Result<Guid>.Refused(draft.Refusals) : await add.RunAsync(draft.Value, actor, cancellation);
        if (added.IsRefused)
        {
            return await pages.NewAsync(input, added.Refusals, cancellation);
        }
        http.Say("calendars.said.added", draft.Value.Name);
        return PageAnswers.SeeOther($"{Home}/{added.Value}/days");
    }

    private static async Task<IResult> EditAsync(Guid id, IFormCollection form, EditCalendar edit, CalendarBook book, CalendarImpacts impacts, CalendarPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        if (await book.FindAsync(id, cancellation) is not { } calendar)
        {
            return Results.NotFound();
        }
        var (input, basis) = (CalendarInput.From(form), new FormBasis(form["basedOn"].ToString(), form["shown"].ToString()));
        var draft = input.Read();
        if (draft.IsRefused)
        {
            return await pages.CalendarAsync(id, cancellation, input, basis, draft.Refusals);
        }
        var confirmation = Fingerprint.Of(draft.Value);
        if (form["confirmed"] != confirmation
            && await book.CompileAsync(draft.Value.Definition(calendar.Time.Definition), null, cancellation) is { IsRefused: false, Value: var changed }
            && await impacts.OfAsync(id, changed, cancellation) is { Count: > 0 } moved)
        {
            return await pages.CalendarAsync(id, cancellation, input, basis, moved: moved, confirmation: confirmation);
        }
        var done = await edit.RunAsync(id, draft.Value, basis.Fingerprint, actor, cancellation);
        if (done.IsRefused)
        {
            return await pages.CalendarAsync(id, cancellation, input, basis, done.Refusals);
        }
        http.Say("calendars.said.saved");
        return PageAnswers.SeeOther($"{Home}/{id}");
    }

    private static async Task<IResult> PaintAsync(Guid id, IFormCollection form, PaintDays paint, CalendarPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var painted = DayPaint.Read(form["p"]);
        var shown = ShownValues.Read(form["shown"]).Select(s => (Date: DayPaint.Date(s.Key), s.Value)).Where(s => s.Date is not null).ToDictionary(s => s.Date!.Value, s => s.Value);
        var done = await paint.RunAsync(id, painted, shown, actor, cancellation);
        if (done.IsRefused)
        {
            return done.Refusal is NotFound ? Results.NotFound() : await pages.DaysAsync(id, DaysAsked.From(form), cancellation, done.Refusals, form["shown"]);
        }
        http.Say("calendars.said.saved");
        var (year, month) = (DaysAsked.From(form).Year, DaysAsked.From(form).Month);
        return PageAnswers.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}/days?year={year}&month={month}"));
    }

    private static async Task<IResult> ActivateAsync(Guid id, bool active, ActivateCalendar activate, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var result = await activate.RunAsync(id, active, actor, cancellation);
        if (result.Refusal is NotFound)
        {
            return Results.NotFound();
        }
        http.Say(result.IsRefused ? new Flash("refusal.changedMeanwhile", [])
            : active ? new Flash("calendars.said.activated", [], $"{Home}/{id}/deactivate")
            : new Flash("calendars.said.deactivated", [], $"{Home}/{id}/activate"));
        return PageAnswers.SeeOther($"{Home}/{id}");
    }
}
