using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Too late to reopen: a new ticket continues the old one.</summary>
internal sealed class FollowUpTickets(TicketActs acts)
{
    /// <summary>Adds the new ticket to the work.</summary>
    public Guid Open(Ticket old, string reason, Actor actor, Work work)
    {
        var ticket = new Ticket
        {
            Type = old.Type,
            Subject = old.Subject,
            Description = reason,
            Status = TicketStatus.New,
            CategoryId = old.CategoryId,
            Channel = actor.Is(old.RequesterId) ? Channel.Portal : old.Channel,
            RequesterId = old.RequesterId,
            ReportedById = old.ReportedById,
            Contact = old.Contact,
            Place = old.Place,
            FollowsId = old.Id,
            OpenedAt = work.Now,
            UpdatedAt = work.Now,
            LastUpdateToUserAt = work.Now,
        };
        NextActions.Plan(ticket);
        work.Db.Add(ticket);
        acts.Happen(
            ticket,
            [new TicketOpened(ticket.Type, ticket.Subject, ticket.Channel, ticket.RequesterId, ticket.ReportedById, ticket.CategoryId, null, null, [], EnteredAfterwards: false, old.Id)],
            actor);
        return ticket.Id;
    }
}
