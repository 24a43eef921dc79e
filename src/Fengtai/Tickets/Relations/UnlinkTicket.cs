using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Relations;

/// <summary>取消关联: the two have nothing to do with each other any more.</summary>
internal sealed class UnlinkTicket(TicketActs acts) : ITicketAct<UnlinkTicket.Input>
{
    internal sealed record Input(long? To);

    public static string Name => "unlink";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await OtherTickets.FindAsync("to", input.To, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var (ticket, other) = (context.Ticket, found.Value);
        var what = await LinkedTickets.BetweenAsync(ticket, other, context);
        var decision = Linking.Unlink(ticket, context.By, other, what);
        if (!decision.IsRefused)
        {
            await LinkedTickets.RemoveAsync(ticket, other, context);
            acts.Happen(other, [new TicketUnlinked(ticket.Id, ticket.Number, Linking.Counterpart(what!.Value))], context.By.Actor);
        }
        return decision;
    }
}
