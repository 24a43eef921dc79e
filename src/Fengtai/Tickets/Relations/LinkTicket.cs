using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.MajorIncidents;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Relations;

/// <summary>关联: what another ticket is to this one; also how a ticket becomes another one's child.</summary>
internal sealed class LinkTicket(OtherTickets others, MajorIncidentQuery majors, TicketActs acts) : ITicketAct<LinkTicket.Input>
{
    /// <param name="Kind">What the other is to this one; left out, merely related.</param>
    internal sealed record Input(long? To, LinkKind? Kind);

    public static string Name => "link";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await OtherTickets.FindAsync("to", input.To, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var (ticket, other, what) = (context.Ticket, found.Value, input.Kind ?? LinkKind.Related);
        Family? family = what switch
        {
            LinkKind.Parent => await others.FamilyAsync(ticket.Id, other.Id, context.Cancellation),
            LinkKind.Child => await others.FamilyAsync(other.Id, ticket.Id, context.Cancellation),
            _ => null,
        };
        var decision = Linking.Link(ticket, context.By, other, what, await LinkedTickets.BetweenAsync(ticket, other, context), family);
        if (decision.IsRefused)
        {
            return decision;
        }
        if (family is null)
        {
            context.Work.Db.Add(LinkedTickets.Row(ticket, other, what, context));
        }
        var joined = await JoinedAsync(what == LinkKind.Child ? ticket : other, family, context);
        acts.Happen(other, Both(new TicketLinked(ticket.Id, ticket.Number, Linking.Counterpart(what)), what == LinkKind.Child ? joined : null), context.By.Actor);
        return Decision.Happen([.. decision.Events, what == LinkKind.Parent ? joined : null]);
    }

    /// <summary>What the child's requester reads, where the parent is a major incident.</summary>
    private async Task<MajorIncidentJoined?> JoinedAsync(Ticket parent, Family? family, ActContext context) =>
        family is not null && parent.IsMajor && await majors.OfAsync(parent.Id, context.Cancellation) is { } major ? new(major.Title) : null;

    private static IEnumerable<TicketEvent> Both(TicketEvent linked, TicketEvent? joined) => joined is null ? [linked] : [linked, joined];
}
