using System.Globalization;
using System.Text.Json.Nodes;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;

namespace Fengtai.Tickets.Macros;

/// <summary>
/// Decides what a macro does to a ticket: each step by its own rule, on the state that the one before leaves, up to the first that is refused.
/// Tried on a copy, so that nothing has happened yet.
/// </summary>
internal sealed class PlayMacro(TemplateValues values, IServiceProvider services)
{
    /// <param name="texts">What stands in place of a step's own text, by its place.</param>
    public async Task<IReadOnlyList<PlayedStep>> PlayAsync(Macro macro, IReadOnlyDictionary<(int Step, string Member), string> texts, ActContext context)
    {
        var (actor, played) = (context.By.Actor, new List<PlayedStep>());
        var state = context.Ticket.Copy();
        foreach (var (index, step) in MacroSteps.Of(macro).Index())
        {
            var input = await FillAsync(index, step, texts, state, actor, context);
            var decision = await DecideAsync(step, input, context with { Ticket = state, By = Standing.Of(actor, state) });
            var before = state;
            state = state.Copy();
            foreach (var happened in decision.Events)
            {
                TicketState.Apply(state, happened, context.Now);
            }
            played.Add(new(step, input, decision, before, state));
            if (decision.IsRefused)
            {
                break;
            }
        }
        return played;
    }

    private async Task<JsonObject> FillAsync(int index, MacroStep step, IReadOnlyDictionary<(int Step, string Member), string> texts, Ticket state, Actor actor, ActContext context)
    {
        var input = (step.Input ?? []).DeepClone().AsObject();
        var own = MacroSteps.TextsOf(step).ToList();
        // most steps leave nothing to the ticket, and with many tickets each question counts
        var filled = own.Exists(t => Placeholders.UsedIn(t.Value).Count > 0) ? await values.OfAsync(state, actor, context.Cancellation) : null;
        foreach (var (member, text) in own)
        {
            input[member] = texts.TryGetValue((index, member), out var given) ? given : filled?.Fill(text) ?? text;
        }
        if (step.InDays is { } days)
        {
            input["until"] = MacroWait.Until(context.Now, days, actor.Zone).ToString("O", CultureInfo.InvariantCulture);
        }
        return input;
    }

    private async Task<Decision> DecideAsync(MacroStep step, JsonObject input, ActContext context)
    {
        var door = MacroDoors.Of(MacroSteps.ActOf(step));
        if (!context.By.Actor.May(door.Permission))
        {
            return new NotAllowed(door.Permission.Name);
        }
        // its conversation goes on in another ticket, and so should what is done
        if (context.Ticket.MergedIntoId is not null)
        {
            return new TicketWasMerged();
        }
        var given = door.Read(input);
        if (given.IsRefused)
        {
            return Decision.Refuse(given.Refusals);
        }
        return TextGaps.In(given.Value) is { Count: > 0 } gaps ? Decision.Refuse(gaps) : await door.DecideAsync(services, given.Value, context);
    }
}

/// <summary>What one step does, or why not.</summary>
/// <param name="Input">What the act was given, filled for the ticket.</param>
/// <param name="Before">The ticket as the step before left it.</param>
/// <param name="After">The ticket as this step leaves it.</param>
internal sealed record PlayedStep(MacroStep Step, JsonObject Input, Decision Decision, Ticket Before, Ticket After)
{
    public MacroAct Act => MacroSteps.ActOf(Step);
}
