using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>The next deadline by the desk's plain defaults, from which whoever counts it more finely sets out anew.</summary>
public static class PlainDeadline
{
    public static void Restore(Ticket ticket) => NextActions.Plan(ticket);
}
