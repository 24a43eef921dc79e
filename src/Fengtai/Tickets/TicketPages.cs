using System.Globalization;

namespace Fengtai.Tickets;

/// <summary>Where a ticket is read.</summary>
internal static class TicketPages
{
    public const string OnDesk = "/desk/tickets/";
    public const string InPortal = "/requests/";

    /// <summary>Its page on the desk and the requester's: a notice leads to one of them.</summary>
    public static string[] Pages(this Ticket ticket) => [Of(OnDesk, ticket), Of(InPortal, ticket)];

    public static string Of(string place, Ticket ticket) => place + ticket.Number.ToString(CultureInfo.InvariantCulture);
}
