using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Checklists;

/// <summary>任务排序: those that are named come first, in this order; the others follow as they stood.</summary>
internal sealed class OrderTasks : ITicketAct<OrderTasks.Input>
{
    internal sealed record Input(IReadOnlyList<Guid>? Tasks);

    public static string Name => "orderTasks";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var all = await OwnTasks.AllAsync(context);
        var wanted = (input.Tasks ?? []).Distinct().ToList();
        if (wanted.Except(all.Select(t => t.Id)).ToList() is [var unknown, ..])
        {
            return new UnknownValue("tasks", unknown.ToString());
        }
        var ordered = wanted.Select(id => all.Single(t => t.Id == id)).Concat(all.Where(t => !wanted.Contains(t.Id))).ToList();
        var decision = TaskRules.Order(context.Ticket, context.By, !ordered.SequenceEqual(all));
        if (!decision.IsRefused)
        {
            for (var i = 0; i < ordered.Count; i++)
            {
                ordered[i].Position = i + 1;
            }
        }
        return decision;
    }
}
