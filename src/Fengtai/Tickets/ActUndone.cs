using System.Text.Json.Serialization;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>What was done to many tickets at once was put back in this one. The requester hears of what they had been told of.</summary>
/// <param name="From">Whom it was given to by the act that was undone; null for other acts.</param>
/// <param name="To">Who has it again.</param>
public sealed record ActUndone(BulkAct Act, Assignment? From = null, Assignment? To = null) : TicketEvent
{
    public override string Kind => "actUndone";

    public override Visibility Visibility => Act is BulkAct.Accept or BulkAct.Close ? Visibility.Public : Visibility.Internal;

    /// <summary>How the ticket stood before the act; null where an event of its own puts it back.</summary>
    [JsonIgnore]
    internal TicketFacets? Before { get; init; }
}
