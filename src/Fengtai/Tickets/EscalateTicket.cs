using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>升级: to the next line, to a supplier, or to those who lead and manage.</summary>
internal sealed class EscalateTicket(NextLine nextLine, KnownSuppliers suppliers) : ITicketAct<EscalateTicket.Input>
{
    /// <param name="Team">The team of a higher line, where it is not the one that usually works on the category.</param>
    /// <param name="Supplier">Which one, where one is called in.</param>
    internal sealed record Input(EscalationTarget? To, string? Reason, string? Analysis, string? Team, string? Supplier = null);

    public static string Name => "escalate";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var texts = new GivenTexts();
        var reason = texts.Lines("reason", input.Reason, TicketLimits.Reason);
        var analysis = texts.Lines("analysis", input.Analysis, TicketLimits.Note);
        if (texts.AreRefused)
        {
            return Decision.Refuse(texts.Refusals);
        }
        if (input.To is not { } target)
        {
            return new Missing("to");
        }
        var supplier = target == EscalationTarget.Supplier ? await suppliers.FindAsync(input.Supplier, context.Cancellation) : (string?)null;
        return supplier.IsRefused ? supplier.Refusal
            : target == EscalationTarget.NextLine ? Escalating.ToNextLine(context.Ticket, context.By, reason, analysis, (await nextLine.OfAsync(context.Ticket, input.Team, context.Cancellation)).Map(team => team.Id))
            : Escalating.Stay(context.Ticket, context.By, target, reason, analysis, supplier.Value);
    }
}

/// <summary>Which team of a higher line gets a ticket that is more than its own can do?</summary>
internal sealed class NextLine(Teams teams, Categories categories)
{
    /// <param name="wanted">A team by code; empty for the usual one.</param>
    public async Task<Result<TeamCard>> OfAsync(Ticket ticket, string? wanted, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var usual = tree.Find(ticket.CategoryId) is { } category ? tree.TeamOf(category) : null;
        return Escalating.NextTeam(ticket.TeamId, usual, wanted, await teams.AllAsync(cancellation));
    }

    /// <summary>All teams of higher lines.</summary>
    public async Task<IReadOnlyList<TeamCard>> AboveAsync(Ticket ticket, CancellationToken cancellation) =>
        Escalating.Above(ticket.TeamId, await teams.AllAsync(cancellation));
}
