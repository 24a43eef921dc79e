using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>New tickets that come out of an old one, for the same people.</summary>
internal sealed class FollowUpTickets(TicketActs acts)
{
    /// <summary>Too late to reopen: a new ticket continues the old one. Adds it to the work.</summary>
    public Guid Open(Ticket old, string reason, Actor actor, Work work)
    {
        var ticket = From(old, Guid.CreateVersion7(), old.Subject, reason, follows: old.Id, actor, work);
        Begin(ticket, actor, work);
        return ticket.Id;
    }

    /// <summary>A part of the old one becomes a ticket of its own beside it. Adds it to the work.</summary>
    public void OpenBeside(Guid id, Ticket old, string subject, string description, Actor actor, Work work)
    {
        var ticket = From(old, id, subject, description, follows: null, actor, work);
        Begin(ticket, actor, work);
        acts.Happen(ticket, [new TicketSplitOff(old.Id, old.Number)], actor);
    }

    private static Ticket From(Ticket old, Guid id, string subject, string description, Guid? follows, Actor actor, Work work) => new()
    {
        Id = id,
        Type = old.Type,
        Subject = subject,
        Description = description,
        Status = TicketStatus.New,
        CategoryId = old.CategoryId,
        Channel = actor.Is(old.RequesterId) ? Channel.Portal : old.Channel,
        RequesterId = old.RequesterId,
        ReportedById = old.ReportedById,
        Contact = old.Contact,
        Place = old.Place,
        FollowsId = follows,
        OpenedAt = work.Now,
        UpdatedAt = work.Now,
        LastUpdateToUserAt = work.Now,
    };

    private void Begin(Ticket ticket, Actor actor, Work work)
    {
        NextActions.Plan(ticket);
        work.Db.Add(ticket);
        acts.Happen(
            ticket,
            [new TicketOpened(ticket.Type, ticket.Subject, ticket.Channel, ticket.RequesterId, ticket.ReportedById, ticket.CategoryId, null, null, [], EnteredAfterwards: false, ticket.FollowsId)],
            actor);
    }
}
