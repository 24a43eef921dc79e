using System.Globalization;
using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>The desk's page of one ticket, the forms of what can be done with it, and its paper form.</summary>
internal static class TicketPageRoutes
{
    /// <summary>Answers to comboboxes: which ticket is meant?</summary>
    public const string TicketSearchPath = "/desk/tickets/find";

    /// <summary>The same for a text that is being typed: a list that needs no scrolling.</summary>
    public const string TicketCompletionPath = $"{TicketSearchPath}?most=6";

    private const int MostFound = 12;

    private const int ChildrenOnPage = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/tickets/{number:long}", ShowAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/tickets/{number:long}/{step:regex(^[a-zA-Z]+$)}", ShowStepAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/tickets/{number:long}/children", ShowChildrenAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet(TicketSearchPath, SearchAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/tickets/{number:long}/work-order", ShowWorkOrderAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/work-order", (WorkOrders orders) => PageAnswers.Page<WorkOrderPage>(new { Order = orders.Empty() })).Requires(TicketPermissions.Staff).ExcludeFromDescription();
    }

    /// <summary>A refused act: at its form where it has one, otherwise on the ticket's page.</summary>
    public static async Task<IResult> ShowRefusedAsync(HttpContext http, long number, RefusedAct refused)
    {
        var dossiers = http.RequestServices.GetRequiredService<TicketDossiers>();
        if (refused.Refusals[0] is NotFound || await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket)
        {
            return new NotFound().AsResult(http);
        }
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer>();
        var given = new Given(refused.Typed, FormErrors.From(refused.Refusals, texts));
        var dossier = await dossiers.OfAsync(ticket, http.Actor(), http.RequestAborted);
        if (TaskRoutes.FormOf(refused, dossier, given) is { } form)
        {
            return form;
        }
        if (StepForms.StepOf(refused) is { } step)
        {
            var stepForm = await http.RequestServices.GetRequiredService<StepForms>().OfAsync(dossier, step, given, http.Actor(), http.RequestAborted);
            return PageAnswers.Page<TicketStepPage>(new { Form = stepForm with { Meanwhile = Meanwhile(dossier, refused) } }, StatusCodes.Status422UnprocessableEntity);
        }
        return PageAnswers.Page<TicketDeskPage>(
            new { Dossier = dossier, Draft = refused.Act == AddNote.Name ? given with { Files = [.. refused.Files.Select(f => new GivenFile(f.Id, f.Name))] } : Given.Nothing, Refused = given.Errors, Typed = given, RefusedAct = refused.Act },
            StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAsync(long number, string? show, string? ask, HttpContext http, TicketDossiers dossiers, RememberSeen seen, ReadNotices notices, PageContext page, IStringLocalizer texts)
    {
        if (await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket)
        {
            return new NotFound().AsResult(http);
        }
        // staff who are only the requester here read it like any other requester
        if (!Standing.Of(http.Actor(), ticket).SeesInternals)
        {
            return Results.Redirect($"/requests/{number}");
        }
        if (!page.IsAhead)
        {
            seen.Look(http.Actor(), ticket.Id);
            await notices.AboutAsync(ticket.Pages(), http.Actor(), http.RequestAborted);
        }
        var dossier = await dossiers.OfAsync(ticket, http.Actor(), http.RequestAborted);
        await http.LookAsync(LookKind.Opened, PeopleOf(ticket));
        return PageAnswers.Page<TicketDeskPage>(new
        {
            Dossier = dossier,
            ConversationOnly = show == "conversation",
            Draft = ask == "missing" && dossier.Missing.Count > 0 ? Given.Text("text", AskBack(dossier, texts)) : Given.Nothing,
        });
    }

    private static async Task<IResult> ShowStepAsync(long number, string step, HttpContext http, TicketDossiers dossiers, StepForms forms)
    {
        if (await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket || !Words.TryParse<TicketStep>(step, out var wanted) || !StepForms.HasForm(wanted))
        {
            return new NotFound().AsResult(http);
        }
        var dossier = await dossiers.OfAsync(ticket, http.Actor(), http.RequestAborted);
        return dossier.May(wanted)
            ? PageAnswers.Page<TicketStepPage>(new { Form = await forms.OfAsync(dossier, wanted, Given.Nothing, http.Actor(), http.RequestAborted) })
            : Results.Redirect(dossier.Address);
    }

    private static async Task<IResult> ShowChildrenAsync(long number, long? after, HttpContext http, TicketDossiers dossiers, LinkedTickets links)
    {
        if (await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket || !Standing.Of(http.Actor(), ticket).SeesInternals)
        {
            return new NotFound().AsResult(http);
        }
        var children = await links.ChildrenAsync(ticket.Id, http.Actor(), after ?? 0, ChildrenOnPage + 1, http.RequestAborted);
        return PageAnswers.Page<ChildrenPage>(new
        {
            Parent = ticket,
            Children = children.Take(ChildrenOnPage).ToList(),
            Counts = await links.CountChildrenAsync(ticket.Id, http.RequestAborted),
            Next = children.Count > ChildrenOnPage ? children[ChildrenOnPage - 1].Number : (long?)null,
        });
    }

    private static async Task<IResult> SearchAsync(string? q, bool? open, int? most, HttpContext http, TicketList list)
    {
        var words = PlainText.Line("q", q is { Length: > 200 } ? q[..200] : q, 200).Value;
        var filter = (open == true ? TicketFilter.Open : TicketFilter.Everything).And(words.Length > 0 ? [new Speaks(words)] : []);
        var found = await list.PageAsync(filter, TicketSort.UpdatedAt, Math.Clamp(most ?? MostFound, 1, MostFound), null, http.Actor(), http.RequestAborted);
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer>();
        return PageAnswers.Page<ComboboxOptions>(new
        {
            Items = (IReadOnlyList<Option>)[.. found.Value.Items
                .Where(t => Standing.Of(http.Actor(), t).SeesInternals)
                .Select(t => new Option(t.Number.ToString(CultureInfo.InvariantCulture), $"{t.Number} {t.Subject}", texts.Of(t.Status)))],
        });
    }

    private static async Task<IResult> ShowWorkOrderAsync(long number, HttpContext http, TicketDossiers dossiers, WorkOrders orders)
    {
        if (await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket || !Standing.Of(http.Actor(), ticket).SeesInternals)
        {
            return new NotFound().AsResult(http);
        }
        await http.LookAsync(LookKind.Opened, PeopleOf(ticket));
        return PageAnswers.Page<WorkOrderPage>(new { Order = await orders.OfAsync(ticket, http.RequestAborted) });
    }

    /// <summary>Whose telephone numbers and addresses the page shows.</summary>
    private static IEnumerable<Guid> PeopleOf(Ticket ticket) => new[] { ticket.RequesterId, ticket.ReportedById }.OfType<Guid>();

    /// <summary>What came since the form was made, whatever it was refused for: often that is the reason.</summary>
    private static IReadOnlyList<StoryLine> Meanwhile(TicketDossier dossier, RefusedAct refused) =>
        ActEndpoints.SeenOf(refused.Typed) is { } seen ? dossier.NewsSince(seen, Minds.Changes) : [];

    private static string AskBack(TicketDossier dossier, IStringLocalizer texts) =>
        $"{texts["desk.ticket.askBack"]}\n{string.Join('\n', dossier.Missing.Select(m => $"- {m}"))}";
}
