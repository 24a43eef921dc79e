using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Tables;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Platform.Zones;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels.Desk;

/// <summary>The report at one's desk, the clocks behind its figures, and the figures as a file.</summary>
internal static class LevelReportRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(LevelReportAddress.Path, ShowAsync).Requires(ServiceLevelPermissions.Report).ExcludeFromDescription();
        routes.MapGet(LevelReportAddress.ClocksPath, ListAsync).Requires(ServiceLevelPermissions.Report).ExcludeFromDescription();
        routes.MapGet(LevelReportAddress.CsvPath, DownloadAsync).Requires(ServiceLevelPermissions.Report).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync([AsParameters] LevelReportAddress address, DecidedFilters filters, LevelReports reports, Teams teams, PageContext page, IStringLocalizer texts, HttpContext http)
    {
        var filter = await filters.ReadAsync(address, http.Actor(), http.RequestAborted);
        return PageAnswers.Page<LevelReportPage>(
            new
            {
                Address = address,
                Months = filter.IsRefused ? ReportMonths.Until(LocalDays.Of(page.Now, page.TimeZone), ReportMonths.Usual) : filter.Value.Months,
                Report = filter.IsRefused ? null : await reports.AskAsync(filter.Value, http.Actor(), http.RequestAborted),
                Teams = await NamesAsync(teams, http.RequestAborted),
                Errors = filter.IsRefused ? FormErrors.From(filter.Refusals, texts, "levels.report.column") : null,
            },
            filter.IsRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ListAsync([AsParameters] LevelReportAddress address, string? state, string? after, DecidedFilters filters, DecidedClocks clocks, Teams teams, IStringLocalizer texts, HttpContext http)
    {
        var filter = await filters.ReadAsync(address, http.Actor(), http.RequestAborted);
        DecidedState? wanted = Words.TryParse<DecidedState>(state, out var known) ? known : null;
        var part = filter.IsRefused ? Result<DecidedPart>.Refused(filter.Refusals)
            : wanted is null && !string.IsNullOrEmpty(state) ? new UnknownValue("state", state)
            : await clocks.PageAsync(filter.Value, wanted, after, http.Actor(), http.RequestAborted);
        return PageAnswers.Page<DecidedClocksPage>(
            new
            {
                Address = address,
                State = wanted,
                IsFirst = string.IsNullOrEmpty(after),
                Months = filter.IsRefused ? null : filter.Value.Months,
                Part = part.IsRefused ? null : part.Value,
                Teams = await NamesAsync(teams, http.RequestAborted),
                Errors = part.IsRefused ? FormErrors.From(part.Refusals, texts, "levels.report.column") : null,
            },
            part.IsRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> DownloadAsync([AsParameters] LevelReportAddress address, DecidedFilters filters, LevelReports reports, IStringLocalizer texts, HttpContext http)
    {
        var filter = await filters.ReadAsync(address, http.Actor(), http.RequestAborted);
        if (filter.IsRefused)
        {
            return Platform.Http.Problems.AsResult(filter.Refusals, http);
        }
        var report = await reports.AskAsync(filter.Value, http.Actor(), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            async stream =>
            {
                await using var table = new CsvTable(stream);
                foreach (var row in LevelReportTable.Rows(report, texts))
                {
                    await table.WriteAsync(row, http.RequestAborted);
                }
            },
            CsvTable.ContentType,
            FileNames.Clean($"{texts["levels.report.title"]} {ReportMonths.Text(report.Months.First)} {ReportMonths.Text(report.Months.Last)}.csv"));
    }

    private static async Task<IReadOnlyList<Option>> NamesAsync(Teams teams, CancellationToken cancellation) =>
        [.. (await teams.AllAsync(cancellation)).Select(t => new Option(t.Code, new Wording(t.Name, t.NameEn).ToString()))];
}
