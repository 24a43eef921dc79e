using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Fengtai.Tests.Support;
using Fengtai.Tickets.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Lists as files: what was shown, for those who may.</summary>
public sealed class ExportTests(ExportTests.SmallDesk desk) : IClassFixture<ExportTests.SmallDesk>
{
    private static readonly string[] Columns = ["number", "subject", "team"];

    [Fact]
    public async Task Csv_HoldsTheListsRows_InItsOrderAndColumns()
    {
        var answer = await desk.As("agent").GetAsync("/desk/export.csv?view=all&status=assigned&sort=number.asc");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var lines = text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("编号,标题,优先级,状态,下一步,下一步时限,申告人,处理人,分类,提交,更新", lines[0]);
        Assert.Equal(["team's", "engineer's", "mate's", "elsewhere"], lines[1..].Select(l => l.Split(',')[1]));
        // 01:04 UTC by the clock in China
        Assert.Equal("2026-03-02 09:05", lines[2].Split(',')[9]);
        Assert.StartsWith("attachment; ", answer.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        Assert.Equal("全部 2026-03-02 0911.csv", answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Workbook_IsOfTheSavedView_WithItsColumns()
    {
        var made = await desk.As("agent").PostJsonAsync("/api/v1/views", new { name = "给 / 供应商", filter = "status=assigned", sort = "number", columns = Columns });
        var id = (await Api.ServiceDesk.ReadAsync(made)).GetProperty("id").GetGuid();
        var answer = await desk.As("agent").GetAsync($"/desk/export.xlsx?view={id}");
        Assert.Equal("给 _ 供应商 2026-03-02 0911.xlsx", answer.Content.Headers.ContentDisposition?.FileNameStar);
        using var document = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), isEditable: false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => string.Join('|', r.Elements<Cell>().Select(c => c.InnerText))).ToArray();
        Assert.Equal("编号|标题|处理组", rows[0]);
        Assert.Equal([$"{desk.Number("elsewhere")}|elsewhere|network", $"{desk.Number("mate's")}|mate's|printing"], rows[1..3]);
    }

    [Fact]
    public async Task Download_IsInTheLanguageOfTheReader_AndLeftInTheLog()
    {
        var answer = await desk.As("auditor").SendAsync(new(HttpMethod.Get, "/desk/export.csv?view=waiting") { Headers = { { "Accept-Language", "en" } } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var command = desk.Database.CreateCommand("select data::text from platform.events where kind = 'ticketsExported' order by id desc limit 1");
        var kept = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains("view=waiting", kept, StringComparison.Ordinal);
        Assert.Contains("\"rows\": 1", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooLongAList_IsRefused_AndNotCutOff()
    {
        var page = await desk.As("agent").OpenAsync("/desk/export.xlsx?view=all");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains($"{SmallDesk.Limit} 行", page.One(".notice.red").TextContent, StringComparison.Ordinal);
        Assert.Equal("/desk?view=all", page.One(".notice.red a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("agent", "view=all&status=nonsense", 422)]
    [InlineData("agent", "view=00000000-0000-0000-0000-000000000001", 404)]
    [InlineData("engineer", "view=mine", 403)]
    [InlineData("user", "view=all", 403)]
    [InlineData("quality", "view=waiting", 200)]
    public async Task Others_AreTurnedAway(string login, string query, int status)
    {
        Assert.Equal(status, (int)(await desk.As(login).GetAsync($"/desk/export.csv?{query}")).StatusCode);
        Assert.Equal(status, (int)(await desk.As(login).GetAsync($"/desk/export.xlsx?{query}")).StatusCode);
    }

    [Fact]
    public async Task Offer_IsMadeToThoseWhoMay()
    {
        Assert.NotEmpty((await desk.As("agent").OpenAsync("/desk")).All("a[href^='/desk/export.']"));
        Assert.Empty((await desk.As("engineer").OpenAsync("/desk")).All("a[href^='/desk/export.']"));
    }

    /// <summary>Where a list of ten is too long.</summary>
    public sealed class SmallDesk(TestCluster cluster) : QueueDesk(cluster)
    {
        public const int Limit = 10;

        protected override void Adjust(WebApplicationBuilder builder)
        {
            base.Adjust(builder);
            builder.Services.AddSingleton(new ExportLimit(Limit));
        }
    }
}
