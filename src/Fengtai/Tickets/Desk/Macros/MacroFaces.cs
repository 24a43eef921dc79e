using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Macros;

/// <summary>What do pages show of the macros that somebody may use, and what can be chosen in their steps?</summary>
internal sealed class MacroFaces(OwnKept<Macro> macros, MacroReferences references, Audiences audiences, People people, Teams teams, Categories categories, Capabilities capabilities, IStringLocalizer texts)
{
    public async Task<IReadOnlyList<MacroFace>> OfAsync(string words, Actor actor, CancellationToken cancellation)
    {
        var found = (await macros.OfAsync(actor, cancellation)).Where(m => NameSearch.Fits(words, m.Name)).ToList();
        var owners = await people.ManyAsync(found.Select(m => m.OwnerId).Where(id => !actor.Is(id)), cancellation);
        var faces = new List<MacroFace>();
        foreach (var macro in found)
        {
            var steps = MacroSteps.Of(macro);
            faces.Add(new(
                macro.Id,
                macro.Name,
                string.Join(" → ", steps.Select(s => texts.Of(MacroSteps.ActOf(s)).Value)),
                macro.Audience == Audience.Me ? null : await audiences.NameAsync(macro, cancellation),
                owners.GetValueOrDefault(macro.OwnerId)?.Name,
                await GoneAsync(steps, cancellation)));
        }
        return faces;
    }

    /// <summary>In words: 第 2 步的处理组「printing」已不存在.</summary>
    public async Task<IReadOnlyList<string>> GoneAsync(IReadOnlyList<MacroStep> steps, CancellationToken cancellation) =>
        [.. (await references.GoneAsync(steps, cancellation)).Select(g => texts[g.Member switch
        {
            MacroSteps.Team => "desk.macro.gone.team",
            MacroSteps.Assignee => "desk.macro.gone.assignee",
            _ => "desk.macro.gone.category",
        }, g.Step + 1, g.Value].Value)];

    /// <param name="steps">What they name stays to be seen even where it is gone.</param>
    public async Task<MacroChoices> ChoicesAsync(IReadOnlyList<MacroFormStep> steps, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        return new(
            WithGone((await teams.AllAsync(cancellation)).Select(t => new Option(t.Code, TicketNames.NameOf(t))), MacroSteps.Team),
            WithGone((await capabilities.WhoMayAsync(TicketPermissions.Work, cancellation)).OrderBy(p => p.Login, StringComparer.Ordinal).Select(p => new Option(p.Login, $"{p.Name} · {p.Login}")), MacroSteps.Assignee),
            WithGone(tree.InOrder.Where(tree.IsOffered).Select(c => new Option(c.Code, tree.PathNameOf(c))), MacroSteps.Category));

        IReadOnlyList<Option> WithGone(IEnumerable<Option> there, string member)
        {
            var all = there.ToList();
            var missing = steps.Select(s => s.Of(member)).OfType<string>().Where(v => v.Length > 0).Distinct().Where(v => !all.Exists(o => o.Value == v));
            return [.. all, .. missing.Select(v => new Option(v, texts["desk.macro.gone", v]))];
        }
    }
}
