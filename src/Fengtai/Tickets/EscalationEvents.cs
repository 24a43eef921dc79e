using Fengtai.Platform.Texts;

namespace Fengtai.Tickets;

/// <summary>升级: who has it needs more than they have: other skills, a supplier, or somebody with more say.</summary>
/// <param name="Analysis">What was found out so far.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it now; the same where it stays with whom it was.</param>
/// <param name="Supplier">Which one, where it was said.</param>
public sealed record TicketEscalated(EscalationTarget Target, string Reason, string Analysis, Assignment From, Assignment To, string? Supplier = null) : TicketEvent
{
    public override string Kind => "escalated";
}

/// <summary>催办: the user asks for haste, or the desk does for them.</summary>
/// <param name="Count">How often by now.</param>
public sealed record TicketUrged(int Count) : PublicTicketEvent
{
    public override string Kind => "urged";
}

[TextKeys("tickets.escalationTarget")]
public enum EscalationTarget
{
    /// <summary>To a team of the next line: it is theirs now.</summary>
    NextLine,

    /// <summary>Handed to a supplier; who has the ticket keeps it and looks after that.</summary>
    Supplier,

    /// <summary>Those who lead and manage are told; who has the ticket keeps it.</summary>
    Manager,
}
