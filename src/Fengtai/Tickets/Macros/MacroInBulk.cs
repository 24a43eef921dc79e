using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Macros;

/// <summary>A macro as one act among those that are done with many tickets: whole on each ticket, or not at all.</summary>
internal sealed class MacroInBulk(OwnKept<Macro> macros, RunMacro run) : ITicketAct<MacroInBulk.Input>
{
    internal sealed record Input(Guid? Macro);

    public static string Name => "macro";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        if (input.Macro is not { } id)
        {
            return new Missing("macro");
        }
        if (await macros.FindAsync(id, context.By.Actor, context.Cancellation) is not { } macro)
        {
            return new UnknownValue("macro", id.ToString());
        }
        var decision = await run.DecideAsync(macro, [], context);
        // a report has room for one reason: why, rather than at which step
        return decision.IsRefused && decision.Refusals[0] is MacroStopsAt ? Decision.Refuse([.. decision.Refusals.Skip(1)]) : decision;
    }
}
