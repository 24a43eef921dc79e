using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Work begins.</summary>
internal sealed class StartWork : ITicketAct<StartWork.Input>
{
    internal sealed record Input;

    public static string Name => "start";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context) => Task.FromResult(Handling.Start(context.Ticket, context.By));
}
