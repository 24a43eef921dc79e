using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Texts;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>What does each team and each category have, get and get done? The busiest first; who has nothing is not listed.</summary>
internal sealed class BoardLoads(Teams teams, Categories categories, IStringLocalizer texts)
{
    public async Task<IReadOnlyList<BoardLoad>> TeamsAsync(BoardAddress address, BoardNumbers numbers, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var all = await teams.AllAsync(cancellation);
        var loads = all.Select(t => Load(address, numbers, zone, t.Code, new Wording(t.Name, t.NameEn).ToString(), FilterField.Team, [BoardNames.Is(FilterField.Team, t.Code)], id => id == t.Id))
            .Append(Load(address, numbers, zone, null, texts["board.team.none"], FilterField.Team, [BoardNames.Is(FilterField.Team, FilterFields.None)], id => id is null));
        return Sorted(loads);
    }

    /// <summary>The categories at the top, or those below the one that is chosen, each with all below it.</summary>
    public async Task<IReadOnlyList<BoardLoad>> CategoriesAsync(BoardAddress address, BoardNumbers numbers, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var chosen = address.Terms.Where(t => t is { Field: FilterField.Category, IsNot: false }).SelectMany(t => t.Values).Select(tree.ByCode).OfType<Category>().ToList();
        var parent = chosen is [var only] && tree.ChildrenOf(only).Any() ? only : null;
        var shown = parent is not null ? [.. tree.ChildrenOf(parent)] : chosen.Count > 0 ? chosen : tree.Roots.ToList();
        var loads = shown.Select(c =>
        {
            var below = tree.Below(c).Select(b => b.Id).ToHashSet();
            return Load(address, numbers, zone, c.Code, c.Title.ToString(), FilterField.Category, [BoardNames.Is(FilterField.Category, c.Code)], id => id is { } known && below.Contains(known));
        });
        return Sorted(loads.Append(parent is null
            ? Load(address, numbers, zone, null, texts["board.category.none"], FilterField.Category, [BoardNames.Is(FilterField.Category, FilterFields.None)], id => id is null)
            : Load(address, numbers, zone, parent.Code, texts["board.category.itself", parent.Title], FilterField.Category, Itself(parent, shown), id => id == parent.Id)));
    }

    /// <summary>The category without those below it.</summary>
    private static FilterTerm[] Itself(Category parent, IReadOnlyList<Category> below) =>
        [BoardNames.Is(FilterField.Category, parent.Code), new(FilterField.Category, true, [.. below.Select(c => c.Code)])];

    private static IReadOnlyList<BoardLoad> Sorted(IEnumerable<BoardLoad> loads) =>
        [.. loads.Where(l => !l.IsIdle).OrderBy(l => l.Code is null).ThenByDescending(l => l.Open.Count).ThenByDescending(l => l.OpenedThisWeek.Count)];

    private static BoardLoad Load(
        BoardAddress address, BoardNumbers numbers, TimeZoneInfo zone, string? code, string name, FilterField field, FilterTerm[] terms, Func<Guid?, bool> isOf)
    {
        var today = Slices.DayOf(numbers.AsOf, zone);
        var (day, week) = (BoardPeriod.TextOf(today, today), BoardPeriod.TextOf(Slices.MondayOf(today), today));
        var group = field == FilterField.Team ? OpenNumbers.Team : OpenNumbers.Category;
        return new(code, name)
        {
            Open = Figure(numbers.Open.Groups[group].Where(n => isOf(n.Id)).Sum(n => n.Count), FilterField.Status, FilterFields.Open),
            OpenedToday = Figure(Sum(numbers.Opened, n => n.Hour >= 0), FilterField.Opened, day),
            OpenedThisWeek = Figure(Sum(numbers.Opened, _ => true), FilterField.Opened, week),
            SolvedToday = Figure(Sum(numbers.Solved, n => n.Hour >= 0), FilterField.Resolved, day),
            SolvedThisWeek = Figure(Sum(numbers.Solved, _ => true), FilterField.Resolved, week),
        };

        BoardFigure Figure(int count, FilterField by, string value) => address.Figure(count, [.. terms, BoardNames.Is(by, value)]);

        int Sum(IReadOnlyList<LoadNumber> all, Func<LoadNumber, bool> counts) => all.Where(n => isOf(field == FilterField.Team ? n.TeamId : n.CategoryId) && counts(n)).Sum(n => n.Count);
    }
}
