using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.ServiceLevels;

/// <summary>The report for programs.</summary>
internal static class LevelReportApi
{
    private const string About = "A clock counts in the month in which it was decided: stopped in time, or its deadline passed; months are those of the token's person's time zone, at most 24. "
        + "Only clocks on tickets that the person may see are counted.";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/service-levels/report", AnswerAsync).WithTags("service levels").Requires(ServiceLevelPermissions.Report).Produces<LevelReportView>().WithName("ReadServiceLevelReport")
            .WithSummary("Met and missed by kind of clock, priority, team and month.").WithDescription(About);

    private static async Task<IResult> AnswerAsync([AsParameters] LevelReportAddress address, DecidedFilters filters, LevelReports reports, HttpContext http)
    {
        var filter = await filters.ReadAsync(address with { By = address.By ?? $"{LevelReportAddress.ByPriority},{LevelReportAddress.ByTeam}" }, http.Actor(), http.RequestAborted);
        return filter.IsRefused
            ? filter.Refusals.AsResult(http)
            : Results.Json(LevelReportView.Of(await reports.AskAsync(filter.Value, http.Actor(), http.RequestAborted), filter.Value.Zone), Json.Options);
    }
}

/// <param name="TimeZone">Whose months these are (IANA).</param>
/// <param name="From">The first month.</param>
/// <param name="To">The last month, included.</param>
internal sealed record LevelReportView(string TimeZone, string From, string To, IReadOnlyList<LevelView> Items)
{
    public static LevelReportView Of(LevelReport report, TimeZoneInfo zone) => new(
        zone.Id, ReportMonths.Text(report.Months.First), ReportMonths.Text(report.Months.Last),
        [.. report.Kinds.SelectMany(k => k.Groups.Select(g => new LevelView(k.Kind, g.Priority, g.Team?.Code, FiguresView.Of(g.All), [.. report.Months.All.Zip(g.ByMonth, MonthView.Of)])))]);
}

/// <param name="Priority">Null for all of them.</param>
/// <param name="Team">Its code, <c>none</c> where no team had it; null for all of them.</param>
internal sealed record LevelView(ClockKind Kind, Priority? Priority, string? Team, FiguresView All, IReadOnlyList<MonthView> Months);

/// <param name="Open">Those of the missed that go on; they have no time yet.</param>
/// <param name="Share">Per cent that were met, rounded down to one decimal; null of none.</param>
internal sealed record FiguresView(long Met, long Missed, long Open, decimal? Share, double? MedianMinutes, double? P90Minutes)
{
    public static FiguresView Of(LevelFigures figures) => new(figures.Met, figures.Missed, figures.Open, figures.Share, figures.Median, figures.P90);
}

internal sealed record MonthView(string Month, long Met, long Missed, long Open, decimal? Share, double? MedianMinutes, double? P90Minutes)
{
    public static MonthView Of(DateOnly month, LevelFigures figures) =>
        new(ReportMonths.Text(month), figures.Met, figures.Missed, figures.Open, figures.Share, figures.Median, figures.P90);
}
