using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>到场: an engineer is where the work is.</summary>
internal sealed class EngineerArrives : ITicketAct<EngineerArrives.Input>
{
    /// <param name="At">When; now where it is not said.</param>
    internal sealed record Input(DateTimeOffset? At);

    public static string Name => "arrive";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context) =>
        Task.FromResult(Visiting.Arrive(context.Ticket, context.By, input.At ?? context.Now, context.Now));
}
