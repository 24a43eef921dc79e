using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>What the address of the board says: whose tickets, which days. Everything else about the board follows from it.</summary>
public sealed record BoardAddress
{
    public const string Path = "/desk/board";

    /// <summary>For a screen on the wall: large figures, nothing to click on around them.</summary>
    public const string WallPath = Path + "/wall";

    public const string PeriodName = "period";

    /// <summary>What the board can be narrowed by.</summary>
    internal static readonly IReadOnlyList<FilterField> Fields = [FilterField.Team, FilterField.Category, FilterField.Site];

    internal IReadOnlyList<FilterTerm> Terms { get; init; } = [];

    /// <summary>In words; <see cref="BoardPeriod.Usual"/> where nothing is said.</summary>
    internal string Period { get; init; } = BoardPeriod.Usual;

    public bool IsFiltered => Terms.Count > 0 || Period != BoardPeriod.Usual;

    public string Href => Write(Path);

    public string WallHref => Write(WallPath);

    /// <summary>The value of a filter as a form's field holds it; empty where it is not set.</summary>
    internal string ValueOf(FilterField field) => string.Join(',', Terms.Where(t => t.Field == field && !t.IsNot).SelectMany(t => t.Values));

    /// <summary>What the form does not show and must send along.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Keep => Terms.Where(t => t.IsNot).SelectMany(t => t.Parameters);

    /// <summary>The terms of a figure beside the board's own; a narrower one takes the place of its namesake.</summary>
    internal BoardFigure Figure(int count, params FilterTerm[] narrower) =>
        new(count) { Terms = [.. Terms.Where(t => narrower.All(n => n.Name != t.Name)).Concat(narrower).OrderBy(t => t.Field).ThenBy(t => t.IsNot)] };

    private string Write(string path)
    {
        List<KeyValuePair<string, string>> parameters = [.. Terms.SelectMany(t => t.Parameters)];
        if (Period != BoardPeriod.Usual)
        {
            parameters.Add(new(PeriodName, Period));
        }
        return parameters.Count == 0 ? path : $"{path}?{FilterTexts.Write(parameters)}";
    }
}
