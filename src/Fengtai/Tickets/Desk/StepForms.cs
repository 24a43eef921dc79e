using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Fengtai.Tickets.Desk;

/// <summary>What can be chosen in the form of a step?</summary>
internal sealed class StepForms(
    Teams teams, Capabilities capabilities, Categories categories, PriorityMatrixQuery matrix, SimilarTickets similar, NextLine nextLine, KnownSuppliers suppliers, NpgsqlDataSource database, IStringLocalizer texts)
{
    public static bool HasForm(TicketStep step) => !step.IsPlain() && step != TicketStep.Answer;

    /// <summary>Whose form was refused; null where it was a button or the composer.</summary>
    public static TicketStep? StepOf(RefusedAct refused) => refused.Act == ResolveTicket.Name && refused.Typed["firstContact"] == "true"
        ? TicketStep.SolveAtOnce
        : Words.TryParse<TicketStep>(refused.Act, out var step) && HasForm(step) ? step : null;

    /// <summary>So many tickets are offered to be attached at once.</summary>
    private const int MostToAttach = 50;

    public async Task<StepForm> OfAsync(TicketDossier dossier, TicketStep step, Given given, Actor actor, CancellationToken cancellation)
    {
        var form = new StepForm(dossier, step, given);
        return step switch
        {
            TicketStep.Assign or TicketStep.PassOn => form with
            {
                Teams = await TeamsAsync(cancellation),
                TeamNow = await TeamNowAsync(dossier.Ticket, cancellation),
                Engineers = await EngineersAsync(cancellation),
            },
            TicketStep.Classify => form with
            {
                Categories = await CategoriesAsync(dossier.Ticket, cancellation),
                CategoryNow = (await categories.FindAsync(dossier.Ticket.CategoryId, cancellation))?.Code,
                Matrix = await matrix.CurrentAsync(cancellation),
            },
            TicketStep.Escalate => form with
            {
                Teams = [.. (await nextLine.AboveAsync(dossier.Ticket, cancellation)).Select(Offer)],
                TeamNow = await nextLine.OfAsync(dossier.Ticket, null, cancellation) is { IsRefused: false, Value.Code: var code } ? code : null,
                Suppliers = await SuppliersAsync(cancellation),
            },
            TicketStep.Wait => form with { Suppliers = await SuppliersAsync(cancellation) },
            TicketStep.Merge => form with { Similar = await similar.OfAsync(SimilarTo.Ticket(dossier.Ticket), actor, cancellation) },
            TicketStep.Attach => form with { Similar = await ToAttachAsync(dossier, actor, cancellation) },
            _ => form,
        };
    }

    /// <summary>What sounds alike and hangs under nothing yet.</summary>
    private async Task<SimilarFound> ToAttachAsync(TicketDossier dossier, Actor actor, CancellationToken cancellation)
    {
        var major = dossier.Ticket;
        var about = SimilarTo.Ticket(major) with { Person = null, Words = Likeness.Of($"{dossier.Major?.Title} {major.Subject} {major.Description}"), Most = MostToAttach };
        var alike = await similar.OfCategoryAsync(about, actor, cancellation);
        return new([], [.. alike.Where(t => t is { ParentId: null, IsMajor: false })], []);
    }

    /// <summary>Until there is one, the one that usually works on the category.</summary>
    private async Task<string?> TeamNowAsync(Ticket ticket, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var wanted = ticket.TeamId ?? (tree.Find(ticket.CategoryId) is { } category ? tree.TeamOf(category) : null);
        return wanted is { } id ? (await teams.FindAsync(id, cancellation))?.Code : null;
    }

    public async Task<IReadOnlyList<Option>> TeamsAsync(CancellationToken cancellation) =>
        [.. (await teams.AllAsync(cancellation)).Select(Offer)];

    public Task<IReadOnlyList<string>> SuppliersAsync(CancellationToken cancellation) => suppliers.NamesAsync(cancellation);

    private Option Offer(TeamCard team) => new(team.Code, $"{TicketNames.NameOf(team)} · {texts.Of(team.Line)}");

    /// <summary>Everybody who works on tickets, with their teams and how much each has in hand.</summary>
    public async Task<IReadOnlyList<Option>> EngineersAsync(CancellationToken cancellation)
    {
        var inHand = await InHandAsync(cancellation);
        var of = new Dictionary<Guid, List<string>>();
        foreach (var team in await teams.AllAsync(cancellation))
        {
            foreach (var member in await teams.MembersAsync(team.Id, cancellation))
            {
                if (!of.TryGetValue(member.Person.Id, out var names))
                {
                    of[member.Person.Id] = names = [];
                }
                names.Add(TicketNames.NameOf(team));
            }
        }
        return [.. (await capabilities.WhoMayAsync(TicketPermissions.Work, cancellation))
            .OrderBy(p => of.TryGetValue(p.Id, out var names) ? names[0] : "", StringComparer.Ordinal).ThenBy(p => p.Login, StringComparer.Ordinal)
            .Select(p => new Option(p.Login, string.Join(" · ", [p.Name, .. of.GetValueOrDefault(p.Id, []), texts["desk.ticket.inHand", inHand.GetValueOrDefault(p.Id)]])))];
    }

    private async Task<Dictionary<Guid, int>> InHandAsync(CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select t.assignee_id, count(*)::int
            from tickets.tickets t
            where t.assignee_id is not null
              and t.status in ('assigned', 'inProgress', 'waiting')
            group by t.assignee_id
            """);
        return (await command.ListAsync(row => (Who: row.GetGuid(0), Count: row.GetInt32(1)), cancellation)).ToDictionary(r => r.Who, r => r.Count);
    }

    /// <summary>What is offered, and what the ticket has, even where that is no longer offered.</summary>
    /// <param name="ticket">Null for many.</param>
    public async Task<IReadOnlyList<Option>> CategoriesAsync(Ticket? ticket, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        return [.. tree.InOrder.Where(c => tree.IsOffered(c) || c.Id == ticket?.CategoryId).Select(c => new Option(c.Code, tree.PathNameOf(c)))];
    }
}
