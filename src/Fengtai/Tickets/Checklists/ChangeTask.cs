using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Checklists;

/// <summary>修改任务: what it says, who does it, until when, and whether the ticket waits for it.</summary>
internal sealed class ChangeTask(OwnTasks own) : ITicketAct<ChangeTask.Input>
{
    /// <summary>What is left out stays; an empty assignee or day takes it away.</summary>
    internal sealed record Input(Guid? Task, string? Title, string? Assignee, string? Due, bool? Required);

    public static string Name => "changeTask";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await OwnTasks.FindAsync(input.Task, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var task = found.Value;
        var texts = new GivenTexts();
        var title = texts.Line("title", input.Title ?? task.Title, TaskRules.LongestTitle, required: true);
        var assignee = await own.AssigneeAsync(input.Assignee, context.Cancellation);
        var due = OwnTasks.Due(input.Due);
        if (texts.AreRefused || assignee.IsRefused || due.IsRefused)
        {
            return Decision.Refuse([.. texts.Refusals, .. assignee.Refusals, .. due.Refusals]);
        }
        var to = new TaskFacts(
            title,
            input.Assignee is null ? task.AssigneeId : assignee.Value?.Id,
            input.Due is null ? task.Due : due.Value,
            input.Required ?? task.IsRequired);
        // who has it keeps it, even where they read the ticket no longer
        var mayNotRead = assignee.Value is { } person && person.Id != task.AssigneeId ? await own.WhoMayNotReadAsync([person], context) : null;
        var decision = TaskRules.Change(context.Ticket, context.By, task.Id, task.Facts, to, task.IsDone, mayNotRead);
        if (!decision.IsRefused)
        {
            (task.Title, task.AssigneeId, task.Due, task.IsRequired) = (to.Title, to.AssigneeId, to.Due, to.Required);
        }
        return decision;
    }
}
