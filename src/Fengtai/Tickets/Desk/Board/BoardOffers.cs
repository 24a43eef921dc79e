using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>What can the board be narrowed to?</summary>
internal sealed class BoardOffers(Teams teams, Categories categories, Workplaces places, IStringLocalizer texts)
{
    private const int MostSites = 200;

    public async Task<BoardChoices> OfAsync(BoardAddress address, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        return new(
            With(address.ValueOf(FilterField.Team), [new(FilterFields.MyTeams, texts["desk.queue.team.mine"]), .. (await teams.AllAsync(cancellation)).Select(t => new Option(t.Code, new Wording(t.Name, t.NameEn).ToString()))]),
            With(address.ValueOf(FilterField.Category), [.. tree.InOrder.Where(c => tree.DepthOf(c) <= 2).Select(c => new Option(c.Code, tree.PathNameOf(c)))]),
            With(address.ValueOf(FilterField.Site), [.. (await places.SitesAsync("", MostSites, cancellation)).Select(s => new Option(s, s))]),
            With(address.Period, [.. BoardPeriod.Offered.Select(p => new Option(p, texts[$"tickets.period.{p}"]))]));
    }

    /// <summary>What an address asks for can be chosen, whether it is usual or not.</summary>
    private static IReadOnlyList<Option> With(string value, IReadOnlyList<Option> options) =>
        value.Length == 0 || options.Any(o => o.Value == value) ? options : [.. options, new(value, value.Replace(",", "、", StringComparison.Ordinal))];
}
