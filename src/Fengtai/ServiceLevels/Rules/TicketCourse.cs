using Fengtai.Catalog;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>What a ticket was after each of its acts, as far as its clocks depend on it, told from its events.</summary>
internal sealed class TicketCourse
{
    /// <param name="now">As it is after all of them.</param>
    public TicketCourse(TicketNow now, IEnumerable<TicketEvent> events)
    {
        Ticket = now;
        // what the desk judged while filing it stands in no event of its own
        var first = events.OfType<TicketClassified>().FirstOrDefault()?.From;
        (Type, CategoryId, Priority) = first is null ? (now.Type, now.CategoryId, now.Priority) : (first.Type, first.CategoryId, first.Priority);
    }

    public TicketNow Ticket { get; }

    public TicketType Type { get; private set; }

    public Guid? CategoryId { get; private set; }

    public Priority Priority { get; private set; }

    public Whereabouts Where { get; private set; } = Whereabouts.Opened;

    public void Follow(TicketEvent happened)
    {
        Where = Where.After(happened);
        if (happened is TicketClassified { To: var to })
        {
            (Type, CategoryId, Priority) = (to.Type, to.CategoryId, to.Priority);
        }
    }
}

/// <summary>What policies ask of a ticket, as it is now.</summary>
internal sealed record TicketNow(Guid Id, TicketType Type, Guid? CategoryId, Priority Priority, Guid RequesterId, Channel Channel)
{
    public static TicketNow Of(Ticket ticket) => new(ticket.Id, ticket.Type, ticket.CategoryId, ticket.Priority, ticket.RequesterId, ticket.Channel);
}
