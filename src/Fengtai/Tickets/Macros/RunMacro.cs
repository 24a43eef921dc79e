using System.Collections.Frozen;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Fengtai.Tickets.Together;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Macros;

/// <summary>Does all steps of a macro with a ticket in one act, or none; or says what they would do.</summary>
internal sealed class RunMacro(TicketActs acts, OwnKept<Macro> macros, PlayMacro play, LastUsed used, Work work)
{
    /// <param name="version">The version that was looked at; null decides on the present state.</param>
    /// <param name="seen">The newest event that a form's writer has read.</param>
    public async Task<Result<Ticket>> RunAsync(long number, uint? version, long? seen, Guid id, IReadOnlyList<MacroText> texts, Actor actor, CancellationToken cancellation)
    {
        if (await macros.FindAsync(id, actor, cancellation) is not { } macro)
        {
            return new NotFound();
        }
        var ran = await acts.ActAsync(number, version, actor, DecideAsync, cancellation);
        if (!ran.IsRefused)
        {
            await used.RememberAsync(id, actor, cancellation);
        }
        return ran;

        async Task<Decision> DecideAsync(ActContext context) =>
            seen is { } newest && await FormWasOvertaken.CheckAsync(macro, newest, context) is { } overtaken ? overtaken : await this.DecideAsync(macro, texts, context);
    }

    /// <summary>The whole macro as one decision.</summary>
    public async Task<Decision> DecideAsync(Macro macro, IReadOnlyList<MacroText> texts, ActContext context)
    {
        if (!context.By.SeesInternals)
        {
            return new NotFound();
        }
        var played = await play.PlayAsync(macro, ByPlace(texts), context);
        return played[^1] is { Decision.IsRefused: true } last
            ? Decision.Refuse([new MacroStopsAt(played.Count), .. last.Decision.Refusals])
            : Decision.Happen([new MacroRan(macro.Id, macro.Name), .. played.SelectMany(p => p.Decision.Events)]);
    }

    /// <summary>What each step would do; nothing is saved.</summary>
    public async Task<Result<MacroPreview>> PreviewAsync(long number, Guid id, IReadOnlyList<MacroText> texts, Actor actor, CancellationToken cancellation)
    {
        if (await macros.FindAsync(id, actor, cancellation) is not { } macro
            || await work.Db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation) is not { } ticket
            || Standing.Of(actor, ticket) is not { SeesInternals: true } by)
        {
            return new NotFound();
        }
        return new MacroPreview(macro, ticket, await play.PlayAsync(macro, ByPlace(texts), new(ticket, by, work, cancellation)));
    }

    private static FrozenDictionary<(int, string), string> ByPlace(IReadOnlyList<MacroText> texts) =>
        texts.DistinctBy(t => (t.Step, t.Member)).ToFrozenDictionary(t => (t.Step, t.Member), t => t.Text);
}

/// <summary>What stands in place of a macro's own text, this once.</summary>
/// <param name="Step">From 0.</param>
internal sealed record MacroText(int Step, string Member, string Text);

/// <param name="Played">The steps that were decided; after the first that is refused none is.</param>
internal sealed record MacroPreview(Macro Macro, Ticket Ticket, IReadOnlyList<PlayedStep> Played)
{
    public bool CanRun => !Played[^1].Decision.IsRefused;
}

/// <summary>A step of a macro is refused, so that none was done.</summary>
/// <param name="Step">From 1.</param>
internal sealed record MacroStopsAt(int Step) : Refusal
{
    public override object[] Arguments => [Step];
}
