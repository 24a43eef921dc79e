using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Timesheets;

/// <summary>删除工时: one's own.</summary>
internal sealed class RemoveTime : ITicketAct<RemoveTime.Input>
{
    internal sealed record Input(Guid? Entry);

    public static string Name => "removeTime";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await GivenTime.FindAsync(input.Entry, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var entry = found.Value;
        var decision = TimeRules.Remove(context.By.Actor.Is(entry.PersonId), entry.Id, entry.Facts);
        if (!decision.IsRefused)
        {
            context.Work.Db.Remove(entry);
        }
        return decision;
    }
}
