using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Tables;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>Any list of the queue as a file: the same address, another path.</summary>
internal static class ExportRoutes
{
    public const string Csv = "csv";
    public const string Excel = "xlsx";
    private const string Path = "/desk/export.";

    public static string Address(QueueAddress queue, string format) => $"{Path}{format}?{queue.Query}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + Csv, (HttpContext http, QueueAddresses addresses, ExportTickets export, SavedViews views, PageContext page, IStringLocalizer texts) =>
            DownloadAsync(Csv, http, addresses, export, views, page, texts)).Requires(TicketPermissions.Export).ExcludeFromDescription();
        routes.MapGet(Path + Excel, (HttpContext http, QueueAddresses addresses, ExportTickets export, SavedViews views, PageContext page, IStringLocalizer texts) =>
            DownloadAsync(Excel, http, addresses, export, views, page, texts)).Requires(TicketPermissions.Export).ExcludeFromDescription();
    }

    private static async Task<IResult> DownloadAsync(string format, HttpContext http, QueueAddresses addresses, ExportTickets export, SavedViews views, PageContext page, IStringLocalizer texts)
    {
        var actor = http.Actor();
        if (await addresses.ReadAsync(http.Request.Query, actor, http.RequestAborted) is not { } asked)
        {
            return Platform.Http.Problems.AsResult(new NotFound(), http);
        }
        var found = await export.FindAsync(asked, format, actor, http.RequestAborted);
        if (found.IsRefused)
        {
            return PageAnswers.Page<ExportRefusedPage>(new { Back = asked.Address.Href, Errors = FormErrors.From(found.Refusals, texts) }, StatusCodes.Status422UnprocessableEntity);
        }
        var columns = await views.ColumnsAsync(asked.Address.View, asked.Saved, actor, http.RequestAborted);
        var name = asked.Saved?.Name ?? texts.Of(asked.Address.View).Value;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            async stream =>
            {
                await using ITableWriter table = format == Csv
                    ? new CsvTable(stream)
                    : await ExcelTable.CreateAsync(stream, name, [.. columns.SelectMany(ExportCells.Widths)], http.RequestAborted);
                await export.WriteAsync(found.Value, columns, table, actor, http.RequestAborted);
            },
            format == Csv ? CsvTable.ContentType : ExcelTable.ContentType,
            FileNames.Clean($"{name.Replace('/', '_')} {TimeZoneInfo.ConvertTime(page.Now, actor.Zone).ToString("yyyy-MM-dd HHmm", CultureInfo.InvariantCulture)}.{format}"));
    }
}
