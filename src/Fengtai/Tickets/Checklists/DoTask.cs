using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Checklists;

/// <summary>完成任务.</summary>
internal sealed class DoTask : ITicketAct<DoTask.Input>
{
    internal sealed record Input(Guid? Task);

    public static string Name => "doTask";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await OwnTasks.FindAsync(input.Task, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var task = found.Value;
        var decision = TaskRules.Tick(context.Ticket, context.By, task.Id, task.Facts, task.IsDone);
        if (!decision.IsRefused)
        {
            (task.DoneAt, task.DoneById) = (context.Now, context.By.Actor.PersonId);
        }
        return decision;
    }
}
