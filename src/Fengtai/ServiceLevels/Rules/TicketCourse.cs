using Fengtai.Catalog;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>What a ticket was after each of its acts, as far as its clocks depend on it, told from its events.</summary>
internal sealed class TicketCourse
{
    /// <param name="ticket">As it is after all of them.</param>
    public TicketCourse(Ticket ticket, IEnumerable<TicketEvent> events)
    {
        // what the desk judged while filing it stands in no event of its own
        var first = events.OfType<TicketClassified>().FirstOrDefault()?.From;
        (Type, CategoryId, Priority) = first is null ? (ticket.Type, ticket.CategoryId, ticket.Priority) : (first.Type, first.CategoryId, first.Priority);
    }

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
