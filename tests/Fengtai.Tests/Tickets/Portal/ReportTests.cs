using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Portal;

/// <summary>Reporting step by step, without script.</summary>
public sealed class ReportTests(PortalDesk desk) : IClassFixture<PortalDesk>
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Report_GoesFromCategoryToNumber()
    {
        var top = await desk.User.OpenAsync("/requests/new");
        var hardware = await desk.User.OpenAsync(Href(top, "硬件"));
        var form = await desk.User.OpenAsync(Href(hardware, "打印机"));
        Assert.Equal("13800000001", Value(form, "contact"));
        Assert.Equal("主楼 3F", Value(form, "fields.place"));

        var check = await desk.User.SubmitAsync(form, null, [new("fields.pictures", "卡纸.png", Picture)],
            ("subject", "打印机卡纸"), ("description", "第一行\n第二行"), ("impact", "low"), ("urgency", "high"), ("fields.symptom", null));
        Assert.Equal("/requests/new/check", check.Path);
        Assert.Contains("卡纸.png", check.Text, StringComparison.Ordinal);
        Assert.Contains("硬件 / 打印机", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("–", check.One("main").TextContent, StringComparison.Ordinal);

        var sent = await desk.User.SubmitAsync(check, null);
        var number = PortalDesk.NumberOf(sent);
        Assert.Contains($"{number}", sent.Text, StringComparison.Ordinal);
        Assert.Contains("最迟 10:00 受理", sent.Text, StringComparison.Ordinal);

        var ticket = await ServiceDesk.GetAsync(desk.Agent, $"/api/v1/tickets/{number}");
        Assert.Equal(("portal", "hardware.printer", "incident", "wangxy"), (ticket.GetProperty("channel").GetString(), ticket.GetProperty("category").GetString(), ticket.GetProperty("type").GetString(), ticket.GetProperty("requester").GetString()));
        Assert.Equal(("low", "high"), (ticket.GetProperty("claimedImpact").GetString(), ticket.GetProperty("claimedUrgency").GetString()));
        Assert.Equal("第一行\n第二行", ticket.GetProperty("description").GetString());

        var page = await desk.PageOfAsync(number);
        var picture = page.One("a.picture").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await desk.User.GetAsync(picture)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Stranger.GetAsync(picture)).StatusCode);
    }

    [Fact]
    public async Task MissingAnswers_AreMarked_AndNotRefused_AndCanBeGivenLater()
    {
        var form = await desk.User.OpenAsync("/requests/new/describe?category=hardware.printer");
        var check = await desk.User.SubmitAsync(form, null, ("subject", "打印机坏了"), ("description", "不动了"));
        Assert.Contains("还缺一些信息", check.Text, StringComparison.Ordinal);
        var number = PortalDesk.NumberOf(await desk.User.SubmitAsync(check, null));
        var missing = (await ServiceDesk.GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("missing").EnumerateArray().Select(m => m.GetString()!).ToList();
        Assert.NotEmpty(missing);

        var page = await desk.PageOfAsync(number);
        var questions = page.All($"form[action='/requests/{number}/answers'] [name^='fields.']").Select(e => e.GetAttribute("name")!).Distinct().ToList();
        Assert.Equal(missing.Select(m => "fields." + m).Order(), questions.Order());
        await desk.ActAsync(number, "answers", [.. questions.Select(q => (q, (string?)Possible(page, q)))]);
        var answered = await ServiceDesk.GetAsync(desk.Agent, $"/api/v1/tickets/{number}");
        Assert.Empty(answered.GetProperty("missing").EnumerateArray());
        Assert.All(missing, m => Assert.True(answered.GetProperty("fields").TryGetProperty(m, out _), m));
        Assert.Empty((await desk.PageOfAsync(number)).All($"form[action='/requests/{number}/answers']"));
    }

    [Fact]
    public async Task BadInput_KeepsAllThatWasTyped_AndSaysWhere()
    {
        var form = await desk.User.OpenAsync("/requests/new/describe?category=network");
        var again = await desk.User.SubmitAsync(form, null, [new("files", "a.png", Picture), new("files", "empty.txt", [])],
            ("subject", new string('长', 201)), ("description", "<script>alert(1)</script>"), ("impact", "nonsense"), ("place", "主楼"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(new string('长', 201), Value(again, "subject"));
        Assert.Equal("<script>alert(1)</script>", ((IHtmlTextAreaElement)again.One("textarea[name=description]")).Value);
        Assert.Equal("主楼", Value(again, "place"));
        Assert.Contains("a.png", again.Text, StringComparison.Ordinal);
        var links = again.All(".error-summary a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.NotNull(again.Document.QuerySelector(l)));

        var check = await desk.User.SubmitAsync(again, null, ("subject", "网络不通"), ("impact", "low"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        var number = PortalDesk.NumberOf(await desk.User.SubmitAsync(check, null));
        var page = await desk.PageOfAsync(number);
        Assert.Single(page.All(".message a.picture"));
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingFilledIn_NamesEachField()
    {
        var form = await desk.User.OpenAsync("/requests/new/describe");
        var again = await desk.User.SubmitAsync(form, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("请填写「标题」", again.Text, StringComparison.Ordinal);
        Assert.Contains("请填写「问题描述」", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentTwice_OpensOneTicket()
    {
        var form = await desk.User.OpenAsync("/requests/new/describe");
        var check = await desk.User.SubmitAsync(form, null, ("subject", "只开一张"), ("description", "两次点击"));
        var both = await Task.WhenAll(desk.User.SendAsync(check.Filled(null, [], [])), desk.User.SendAsync(check.Filled(null, [], [])));
        Assert.All(both, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Single(both.Select(a => a.Headers.Location!.ToString()).Distinct());
        var later = await desk.User.SubmitAsync(check, null);
        Assert.Equal(both[0].Headers.Location!.ToString(), later.Path);
        Assert.Equal(1, await CountAsync("只开一张"));
    }

    [Fact]
    public async Task KeyOfSomebodyElsesTicket_GivesNothingAway()
    {
        var form = await desk.User.OpenAsync("/requests/new/describe");
        var check = await desk.User.SubmitAsync(form, null, ("subject", "第一张"), ("description", "甲"));
        await desk.User.SubmitAsync(check, null);
        var key = Value(check, "key");
        var stranger = await desk.Stranger.OpenAsync("/requests/new/describe");
        var theirs = await desk.Stranger.SubmitAsync(stranger, null, ("subject", "别人的"), ("description", "乙"));
        var answer = await desk.Stranger.SubmitAsync(theirs, null, ("key", key));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.DoesNotContain("第一张", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual(key, Value(answer, "key"));
    }

    [Fact]
    public async Task GoingBack_FindsEverythingAsItWas_AndAnotherCategoryAsksItsOwnQuestions()
    {
        var form = await desk.User.OpenAsync("/requests/new/describe?category=hardware.printer");
        var check = await desk.User.SubmitAsync(form, null, [new("files", "a.png", Picture)], ("subject", "改主意"), ("description", "其实是网络"));
        var request = check.Filled(null, [], []);
        request.RequestUri = new(request.RequestUri!, "/requests/new/describe");
        var back = await PageAsync(await desk.User.SendAsync(request), check);
        Assert.Equal("改主意", Value(back, "subject"));
        Assert.Contains("a.png", back.Text, StringComparison.Ordinal);

        var other = await desk.User.SubmitAsync(back, null, ("category", "network.vpn"));
        Assert.Equal("/requests/new/check", other.Path);
        Assert.Equal("network.vpn", Value(other, "asked"));
        Assert.Equal("改主意", Value(other, "subject"));
    }

    [Fact]
    public async Task FilesOfOthers_CannotBeTakenAlong()
    {
        var form = await desk.User.OpenAsync("/requests/new/describe");
        var check = await desk.User.SubmitAsync(form, null, [new("files", "geheim.png", Picture)], ("subject", "甲"), ("description", "甲"));
        var file = Value(check, "attachments");
        var stranger = await desk.Stranger.OpenAsync("/requests/new/describe");
        var theirs = await desk.Stranger.SubmitAsync(stranger, null, ("subject", "乙"), ("description", "乙"), ("attachments", file));
        Assert.DoesNotContain("geheim.png", theirs.Text, StringComparison.Ordinal);
        var asAnswer = await desk.Stranger.OpenAsync("/requests/new/describe?category=hardware.printer");
        var refused = await desk.Stranger.SubmitAsync(asAnswer, null, ("subject", "乙"), ("description", "乙"), ("fields.photo", file));
        Assert.DoesNotContain("geheim.png", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentence_TypedAtHome_BecomesTheDescription()
    {
        var home = await desk.User.OpenAsync("/");
        var found = await desk.User.SubmitAsync(home, "form[role=search]", ("q", "三楼打印机卡纸了"));
        Assert.Contains("打印机", found.One(".tiles").TextContent, StringComparison.Ordinal);
        var form = await desk.User.OpenAsync(found.All("a.button.primary").Select(a => a.GetAttribute("href")!).First(h => h.Contains("text=", StringComparison.Ordinal)));
        Assert.Equal("三楼打印机卡纸了", ((IHtmlTextAreaElement)form.One("textarea[name=description]")).Value);
        Assert.Equal("hardware.printer", ((IHtmlSelectElement)form.One("select[name=category]")).Value);
    }

    [Fact]
    public async Task FormWithoutToken_IsTurnedAway()
    {
        var answer = await desk.User.SendAsync(new(HttpMethod.Post, "/requests/new") { Content = new StringContent("subject=a&description=b", Encoding.UTF8, "application/x-www-form-urlencoded") });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Href(Page page, string tile) => page.All("a.tile").First(t => t.QuerySelector("b")!.TextContent == tile).GetAttribute("href")!;

    private static string Value(Page page, string name) => ((IHtmlInputElement)page.One($"main input[name='{name}']")).Value;

    private static string Possible(Page page, string name) => page.One($"[name='{name}']") switch
    {
        IHtmlSelectElement select => select.Options[^1].Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } input => input.Value,
        IHtmlInputElement { Type: "datetime-local" } => "2026-03-01T09:00",
        IHtmlInputElement { Type: "text" } input when input.GetAttribute("inputmode") == "decimal" => "3",
        _ => "补充的内容",
    };

    private async Task<long> CountAsync(string subject)
    {
        await using var command = desk.Database.Command("select count(*) from tickets.tickets where subject = $1", subject);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<Page> PageAsync(HttpResponseMessage answer, Page before)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return before with { Status = answer.StatusCode, Address = answer.RequestMessage!.RequestUri!, Html = html, Document = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken) };
    }
}
