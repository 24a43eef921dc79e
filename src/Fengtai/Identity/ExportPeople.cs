using System.Text;
using Fengtai.Identity.Admin;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Fengtai.Identity;

/// <summary>The people of a list as a table that spreadsheets open and the import takes back.</summary>
internal sealed class ExportPeople(PeopleList list, Teams teams)
{
    private const int PageSize = 1000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(PeopleQuery.Path + "/export.csv", DownloadAsync).Requires(IdentityPermissions.Administer);

    private static IResult DownloadAsync([AsParameters] PeopleQuery query, ExportPeople export, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => export.WriteAsync(query, stream, http), "text/csv; charset=utf-8", "people.csv");
    }

    private async Task WriteAsync(PeopleQuery query, Stream stream, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        // the byte-order mark tells Excel that this is UTF-8
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Of(PeopleTable.Headings));
        var team = query.Team is { Length: > 0 } code ? await teams.ByCodeAsync(code, cancellation) : null;
        var filter = new PeopleFilter(PageSize) { Words = query.Words, Role = query.Role is { Length: > 0 } role ? role : null, Team = team?.Id, IsActive = query.IsActive };
        for (string? after = ""; after is not null;)
        {
            var part = await list.AskAsync(filter with { After = after }, cancellation);
            await http.LookAsync(LookKind.Exported, part.People.Select(p => p.Person.Id), query.Words);
            foreach (var (p, roles, _) in part.People)
            {
                await writer.WriteAsync(CsvLine.Of([p.Login, p.Name, p.StaffNumber, p.Department, p.Site, p.Phone, p.Mobile, p.WeChat, p.Mail, p.Culture, p.TimeZone, p.IsVip ? "是" : "否", string.Join('、', roles)]));
            }
            after = part.After;
        }
    }
}
