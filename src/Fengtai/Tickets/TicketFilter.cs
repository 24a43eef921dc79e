using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Which tickets are wanted: those that fulfil every condition.</summary>
internal sealed record TicketFilter(params IReadOnlyList<TicketCondition> Conditions)
{
    /// <summary>Said by every filter that means open tickets alone, and so written once.</summary>
    internal static readonly TicketCondition IsOpen = new InStatus(InStatus.Open);

    public static readonly TicketFilter Everything = new();

    public static readonly TicketFilter Open = new(IsOpen);

    public static readonly TicketFilter Ended = new(new InStatus(InStatus.Ended));

    public bool MeansOpen => Conditions.Any(c => c.MeansOpen);

    /// <summary>Whether one reading of the index of open tickets tells which they are.</summary>
    public bool IsCountedAmongOpen => MeansOpen && !Conditions.Any(c => c.ReadsMore);

    public TicketFilter And(params IEnumerable<TicketCondition> more) => new([.. Conditions, .. more]);

    public TicketFilter And(TicketFilter more) => And(more.Conditions);
}
