using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Checklists;

/// <summary>取消完成: it is to be done after all.</summary>
internal sealed class ReopenTask : ITicketAct<ReopenTask.Input>
{
    internal sealed record Input(Guid? Task);

    public static string Name => "reopenTask";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await OwnTasks.FindAsync(input.Task, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var task = found.Value;
        var decision = TaskRules.Untick(context.Ticket, context.By, task.Id, task.Facts, task.IsDone);
        if (!decision.IsRefused)
        {
            (task.DoneAt, task.DoneById) = (null, null);
        }
        return decision;
    }
}
