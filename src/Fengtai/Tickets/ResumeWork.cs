using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>The wait is over because somebody goes on.</summary>
internal sealed class ResumeWork : ITicketAct<ResumeWork.Input>
{
    internal sealed record Input;

    public static string Name => "resume";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context) => Task.FromResult(Handling.Resume(context.Ticket, context.By, WaitEnd.Resumed));
}
