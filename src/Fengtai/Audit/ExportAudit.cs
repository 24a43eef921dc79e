using System.Globalization;
using System.Text;
using Fengtai.Audit.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Fengtai.Audit;

/// <summary>A log with the filters of the page, as a table that spreadsheets open. Who takes what away is recorded before the first row leaves.</summary>
internal sealed class ExportAudit(AuditQuestions questions, AuditSearch search, AuditWords words, Work work, IStringLocalizer texts)
{
    /// <summary>Rows of one file.</summary>
    public const int Most = 100_000;

    private const int PageSize = 1000;
    private const int MostNames = 1000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(AuditAddress.Path + "/export.csv", DownloadAsync).Requires(AuditPermissions.Read);

    private static async Task<IResult> DownloadAsync([AsParameters] AuditAddress address, ExportAudit export, HttpContext http)
    {
        var recorded = await export.RecordAsync(address, http.Actor(), http.RequestAborted);
        if (recorded.IsRefused)
        {
            return recorded.Refusals.AsResult(http);
        }
        http.Response.Headers.CacheControl = "no-store";
        var name = address.IsLooks ? "audit-looks.csv" : "audit-events.csv";
        return Results.Stream(stream => export.WriteAsync(address, stream, http.Actor(), http.RequestAborted), "text/csv; charset=utf-8", name);
    }

    private Task<Result<Done>> RecordAsync(AuditAddress address, Actor reader, CancellationToken cancellation)
    {
        var filters = address.Parts("log").Select(p => $"{p.Key}={p.Value}").ToList();
        work.Record(AuditExported.Subject, new AuditExported(address.IsLooks ? "looks" : "events", filters), reader);
        return work.SaveAsync(cancellation);
    }

    private async Task WriteAsync(AuditAddress address, Stream stream, Actor reader, CancellationToken cancellation)
    {
        // the byte-order mark tells Excel that this is UTF-8
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Of(address.IsLooks ? LookHeadings : EventHeadings));
        var filter = await questions.ReadAsync(address with { After = null }, PageSize, reader, cancellation);
        for (var left = Most; filter is not null;)
        {
            var (lines, next) = address.IsLooks ? await LooksAsync(filter, reader, cancellation) : await EventsAsync(filter, reader, cancellation);
            foreach (var line in lines)
            {
                await writer.WriteAsync(CsvLine.Of(line));
            }
            left -= lines.Count;
            if (left <= 0 && next is not null)
            {
                await writer.WriteAsync(CsvLine.Of([texts["audit.export.cut", Most - left]]));
                return;
            }
            filter = next is null ? null : filter with { After = next };
        }
    }

    private string?[] EventHeadings =>
        [texts["audit.number"], texts["audit.at"], texts["audit.who"], texts["audit.subjectKind"], texts["audit.about"], texts["audit.what"], texts["audit.details"]];

    private string?[] LookHeadings =>
        [texts["audit.number"], texts["audit.at"], texts["audit.who"], texts["audit.what"], texts["audit.whose"], texts["audit.page"], texts["audit.words"]];

    private async Task<(IReadOnlyList<string?[]> Lines, AuditPlace? Next)> EventsAsync(AuditFilter filter, Actor reader, CancellationToken cancellation)
    {
        var part = await search.EventsAsync(filter, cancellation);
        var lines = await words.TellAsync(part.Rows, reader, cancellation);
        return ([.. lines.Select(l => new[] { Number(l.Id), Time(l.At), l.Who?.Name, l.SubjectKind, l.About?.Name, l.What, Details(l) })], part.Next);
    }

    private async Task<(IReadOnlyList<string?[]> Lines, AuditPlace? Next)> LooksAsync(AuditFilter filter, Actor reader, CancellationToken cancellation)
    {
        var part = await search.LooksAsync(filter, cancellation);
        var lines = await words.TellAsync(part.Rows, MostNames, reader, cancellation);
        return ([.. lines.Select(l => new[] { Number(l.Id), Time(l.At), l.Who?.Name, l.What, words.Listed(l.Whose.Select(w => w.Name)), l.Page, l.Words })], part.Next);
    }

    private string Details(AuditLine line) => line.Details is null
        ? texts["audit.hidden"]
        : string.Join("; ", line.Details.Select(d => d.From is null ? $"{d.Label}: {d.To}" : $"{d.Label}: {d.From} → {d.To}"));

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    // unambiguous, whatever zone the reader lives in
    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
