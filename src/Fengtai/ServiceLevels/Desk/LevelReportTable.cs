using Fengtai.Platform.Tables;
using Fengtai.Platform.Texts;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Desk;

/// <summary>The report as rows for a spreadsheet: one a month, so that nothing is counted twice where they are summed.</summary>
internal static class LevelReportTable
{
    public static IEnumerable<IReadOnlyList<Cell>> Rows(LevelReport report, IStringLocalizer texts)
    {
        string[] heads = ["month", "kind", "priority", "team", "met", "missed", "open", "share", "median", "p90"];
        yield return [.. heads.Select(h => Cell.Of(texts[$"levels.report.column.{h}"]))];
        foreach (var kind in report.Kinds)
        {
            foreach (var group in kind.Groups.Count > 1 ? kind.Groups.Skip(1) : kind.Groups)
            {
                foreach (var (month, figures) in report.Months.All.Zip(group.ByMonth).Where(m => m.Second.Decided > 0))
                {
                    yield return
                    [
                        Cell.Of(ReportMonths.Text(month)), Cell.Of(texts.Of(kind.Kind)), Cell.Of(group.Priority is { } priority ? texts.Of(priority).Value : null), Cell.Of(group.Team?.Name(texts)),
                        Cell.Of(figures.Met), Cell.Of(figures.Missed), Cell.Of(figures.Open), Cell.Of(figures.Share), Cell.Of((decimal?)figures.Median), Cell.Of((decimal?)figures.P90),
                    ];
                }
            }
        }
    }

    public static string Name(this ReportTeam team, IStringLocalizer texts) => team.Card is { } card ? new Wording(card.Name, card.NameEn).ToString() : texts["levels.report.team.none"];
}
