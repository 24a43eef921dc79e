using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Templates;

/// <summary>What do placeholders stand for on a ticket, written by this person? Asked once per ticket, whatever is filled with it.</summary>
internal sealed class TemplateValues(People people, Teams teams, Categories categories, Times times, PageContext page, IStringLocalizer texts)
{
    public async Task<FilledWith> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        var known = await people.ManyAsync(new[] { ticket.RequesterId, ticket.AssigneeId, actor.Id }.OfType<Guid>(), cancellation);
        var team = ticket.TeamId is { } id ? await teams.FindAsync(id, cancellation) : null;
        var tree = await categories.TreeAsync(cancellation);
        return new(What, what => texts.Of(what));

        string? What(Placeholder what) => what switch
        {
            Placeholder.RequesterName => Requester()?.Name,
            Placeholder.RequesterDepartment => Requester()?.Department,
            Placeholder.RequesterSite => Requester()?.Site,
            Placeholder.RequesterPhone => Requester()?.Phone ?? Requester()?.Mobile,
            Placeholder.TicketNumber => ticket.Number.ToString(CultureInfo.InvariantCulture),
            Placeholder.TicketSubject => ticket.Subject,
            Placeholder.TicketType => texts.Of(ticket.Type),
            Placeholder.TicketStatus => texts.Of(ticket.Status),
            Placeholder.TicketPriority => texts.Of(ticket.Priority),
            Placeholder.TicketPlace => ticket.Place,
            Placeholder.TicketOpened => times.Date(ticket.OpenedAt),
            Placeholder.TicketSolution => ticket.Solution,
            Placeholder.Category => tree.Find(ticket.CategoryId) is { } category ? tree.PathNameOf(category) : null,
            Placeholder.Team => team is null ? null : new Wording(team.Name, team.NameEn).ToString(),
            Placeholder.Assignee => ticket.AssigneeId is { } engineer ? known.GetValueOrDefault(engineer)?.Name : null,
            Placeholder.AgentName => actor.Name,
            Placeholder.AgentPhone => known.GetValueOrDefault(actor.Id)?.Phone,
            Placeholder.Due => ticket.NextDueAt is { } due ? times.Brief(due) : null,
            Placeholder.WaitUntil => ticket.WaitUntil is { } until ? times.Brief(until) : null,
            Placeholder.Today => times.Date(page.Now),
            Placeholder.Now => times.Brief(page.Now),
        };

        PersonCard? Requester() => known.GetValueOrDefault(ticket.RequesterId);
    }
}

/// <summary>Fills texts for one ticket.</summary>
/// <param name="Value">Null where the ticket has none.</param>
/// <param name="Name">What a gap is called.</param>
internal sealed record FilledWith(Func<Placeholder, string?> Value, Func<Placeholder, string> Name)
{
    public string Fill(string text) => Placeholders.Fill(text, Value, Name);
}
