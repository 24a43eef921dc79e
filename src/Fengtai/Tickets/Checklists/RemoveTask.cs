using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Checklists;

/// <summary>删除任务: the history keeps what it said.</summary>
internal sealed class RemoveTask : ITicketAct<RemoveTask.Input>
{
    internal sealed record Input(Guid? Task);

    public static string Name => "removeTask";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await OwnTasks.FindAsync(input.Task, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var task = found.Value;
        var decision = TaskRules.Remove(context.Ticket, context.By, task.Id, task.Facts, task.IsDone);
        if (!decision.IsRefused)
        {
            context.Work.Db.Remove(task);
        }
        return decision;
    }
}
