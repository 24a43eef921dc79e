using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Watching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>Watching a ticket from its page.</summary>
internal static class WatchRoutes
{
    public const string PersonInput = "watcher";
    public const string PickedInput = "login";

    private const int MostFound = 6;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/desk/tickets/{number:long}/watch", WatchAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapPost("/desk/tickets/{number:long}/unwatch", UnwatchAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/tickets/{number:long}/watchers", ShowAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/tickets/{number:long}/readers", FindAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/tickets/{number:long}/mentionable", CompleteAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapPost("/desk/tickets/{number:long}/watchers", AddAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
    }

    // the form is taken for its token alone
    private static async Task<IResult> WatchAsync(long number, IFormCollection form, HttpContext http, WatchTicket watch)
    {
        var done = await watch.RunAsync(number, WatchTicket.Me, http.Actor(), http.RequestAborted);
        return done.IsRefused ? done.Refusals.AsResult(http) : PageAnswers.SeeOther(PageOf(number));
    }

    private static async Task<IResult> UnwatchAsync(long number, IFormCollection form, HttpContext http, UnwatchTicket unwatch)
    {
        var done = await unwatch.RunAsync(number, form[PickedInput] is [{ Length: > 0 } login] ? login : WatchTicket.Me, http.Actor(), http.RequestAborted);
        return done.IsRefused ? done.Refusals.AsResult(http) : PageAnswers.SeeOther(PageOf(number));
    }

    private static async Task<IResult> ShowAsync(long number, HttpContext http, TicketDossiers dossiers, Watchers watchers) =>
        await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is { } ticket && Standing.Of(http.Actor(), ticket).SeesInternals
            ? await PageAsync(ticket, Given.Nothing, http, watchers)
            : new NotFound().AsResult(http);

    private static async Task<IResult> AddAsync(long number, IFormCollection form, HttpContext http, WatchTicket watch, TicketDossiers dossiers, Watchers watchers, IStringLocalizer texts)
    {
        var login = (form[PickedInput].ToString() is { Length: > 0 } picked ? picked : form[PersonInput].ToString()).Trim();
        var done = login.Length == 0 ? new Missing(PersonInput) : await watch.RunAsync(number, login, http.Actor(), http.RequestAborted);
        return !done.IsRefused ? PageAnswers.CloseDrawer(http, PageOf(number))
            : done.Refusal is not NotFound && await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is { } ticket
                ? await PageAsync(ticket, new(form, FormErrors.From(done.Refusals, texts)), http, watchers)
                : done.Refusals.AsResult(http);
    }

    /// <summary>Answers to comboboxes: which of those who read the ticket as staff is meant?</summary>
    private static async Task<IResult> FindAsync(long number, string? q, HttpContext http, TicketDossiers dossiers, TicketReaders readers) =>
        Options(await FoundAsync(number, q, http, dossiers, readers), p => p.Login);

    /// <summary>Answers to a text that is being typed: a name, or the login where several are called so.</summary>
    private static async Task<IResult> CompleteAsync(long number, string? q, HttpContext http, TicketDossiers dossiers, TicketReaders readers, Capabilities capabilities)
    {
        var found = await FoundAsync(number, q, http, dossiers, readers);
        var names = (await capabilities.WhoMayAsync(TicketPermissions.Staff, http.RequestAborted)).ToLookup(p => p.Name, StringComparer.OrdinalIgnoreCase);
        // nobody calls themselves
        return Options(found.Where(p => !http.Actor().Is(p.Id)), p => names[p.Name].Count() == 1 ? p.Name : p.Login);
    }

    private static async Task<IReadOnlyList<PersonCard>> FoundAsync(long number, string? q, HttpContext http, TicketDossiers dossiers, TicketReaders readers)
    {
        var ticket = await dossiers.FindAsync(number, http.Actor(), http.RequestAborted);
        return ticket is not null && Standing.Of(http.Actor(), ticket).SeesInternals ? await readers.SearchAsync(ticket, q ?? "", MostFound, http.RequestAborted) : [];
    }

    private static IResult Options(IEnumerable<PersonCard> people, Func<PersonCard, string> value) => PageAnswers.Page<ComboboxOptions>(new
    {
        Items = (IReadOnlyList<Option>)[.. people.Select(p => new Option(value(p), p.Name, Detail(p)))],
        WithAvatars = true,
    });

    private static string Detail(PersonCard person) => person.Department is { Length: > 0 } department ? $"{person.Login} · {department}" : person.Login;

    private static async Task<IResult> PageAsync(Ticket ticket, Given given, HttpContext http, Watchers watchers) => PageAnswers.Page<WatchersPage>(
        new { Ticket = ticket, Watchers = await watchers.OfAsync(ticket, http.RequestAborted), Given = given },
        given.Errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static string PageOf(long number) => $"/desk/tickets/{number}";
}
