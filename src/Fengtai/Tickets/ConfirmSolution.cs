using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>The user says that it is solved.</summary>
internal sealed class ConfirmSolution : ITicketAct<ConfirmSolution.Input>
{
    internal sealed record Input;

    public static string Name => "confirm";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public Task<Decision> DecideAsync(Input input, ActContext context) => Task.FromResult(Confirmation.Confirm(context.Ticket, context.By));
}
