using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Checklists;

/// <summary>添加任务: one, or a whole check-list as it was pasted.</summary>
internal sealed class AddTasks(OwnTasks own) : ITicketAct<AddTasks.Input>
{
    /// <param name="Text">One task a line; all of them get the same assignee, day and demand.</param>
    /// <param name="Tasks">Instead, or besides: each with its own.</param>
    /// <param name="Assignee">A login.</param>
    /// <param name="Due">A day: <c>2026-11-30</c>.</param>
    internal sealed record Input(string? Text, IReadOnlyList<NewTask>? Tasks, string? Assignee, string? Due, bool? Required);

    internal sealed record NewTask(string? Title, string? Assignee, string? Due, bool? Required);

    public static string Name => "tasks";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var text = PlainText.Lines("text", input.Text, TaskRules.Most * (TaskRules.LongestTitle + 20));
        if (text.IsRefused)
        {
            return Decision.Refuse(text.Refusals);
        }
        List<AddedTask> tasks = [];
        List<PersonCard> assignees = [];
        List<Refusal> refusals = [];
        foreach (var given in TaskLines.Read(text.Value).Select(t => new NewTask(t, input.Assignee, input.Due, input.Required)).Concat(input.Tasks ?? []).Take(TaskRules.Most + 1))
        {
            var texts = new GivenTexts();
            var title = texts.Line(input.Text is null ? "title" : "text", given.Title, TaskRules.LongestTitle, required: true);
            var assignee = await own.AssigneeAsync(given.Assignee, context.Cancellation);
            var due = OwnTasks.Due(given.Due);
            refusals.AddRange([.. texts.Refusals, .. assignee.Refusals, .. due.Refusals]);
            if (refusals.Count > 0)
            {
                break;
            }
            tasks.Add(new(Guid.CreateVersion7(), new(title, assignee.Value?.Id, due.Value, given.Required ?? false)));
            assignees.AddRange(assignee.Value is { } person ? [person] : []);
        }
        if (refusals.Count > 0)
        {
            return Decision.Refuse(refusals);
        }
        var decision = TaskRules.Add(context.Ticket, context.By, tasks, await own.WhoMayNotReadAsync(assignees, context));
        if (!decision.IsRefused)
        {
            await KeepAsync(tasks, context);
        }
        return decision;
    }

    private static async Task KeepAsync(IReadOnlyList<AddedTask> tasks, ActContext context)
    {
        var last = (await OwnTasks.AllAsync(context)).LastOrDefault()?.Position ?? 0;
        context.Work.Db.AddRange(tasks.Select((t, i) => TicketTask.Of(t, context.Ticket.Id, last + i + 1, context.By.Actor, context.Now)));
    }
}
