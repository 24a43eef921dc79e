using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>催办: the user asks for haste, or the desk does for them.</summary>
internal sealed class UrgeTicket(Urgings urgings) : ITicketAct<UrgeTicket.Input>
{
    internal sealed record Input;

    public static string Name => "urge";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public async Task<Decision> DecideAsync(Input input, ActContext context) =>
        Urging.Urge(context.Ticket, context.By, await urgings.OfAsync(context.Ticket, context.Cancellation), urgings.Limits, context.Now);
}
