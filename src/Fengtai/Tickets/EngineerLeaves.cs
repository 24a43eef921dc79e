using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>离场: the engineer who came goes again.</summary>
internal sealed class EngineerLeaves : ITicketAct<EngineerLeaves.Input>
{
    /// <param name="At">When; now where it is not said.</param>
    internal sealed record Input(DateTimeOffset? At);

    public static string Name => "leave";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context) =>
        Task.FromResult(Visiting.Leave(context.Ticket, context.By, input.At ?? context.Now, context.Now));
}
