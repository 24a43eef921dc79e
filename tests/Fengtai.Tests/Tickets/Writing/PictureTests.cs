using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Fengtai.Platform.Files;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Desk;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Writing;

/// <summary>Pictures that were put into a text while it was written.</summary>
public sealed class PictureTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

    [Fact]
    public async Task Picture_IsItsUploadersAlone_UntilItIsSent_ThenAsVisibleAsItsNote()
    {
        var number = await desk.InProgressAsync();
        var (secret, open) = (await UploadAsync(desk.Agent), await UploadAsync(desk.Agent));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [await StatusAsync(desk.Agent, secret), await StatusAsync(desk.SecondAgent, secret), await StatusAsync(desk.User, secret)]);
        var page = await DoAsync(desk.Agent, number, "notes", ("visibility", "internal"), ("text", $"看图：\n![截图]({secret})"));
        Assert.Equal([secret], Shown(page));
        Assert.Equal(secret, page.One($".timeline a[href='{secret}'] img").GetAttribute("src"));
        Assert.Empty(page.All(".timeline .files .picture"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [await StatusAsync(desk.SecondAgent, secret), await StatusAsync(desk.User, secret), await StatusAsync(desk.OtherTeam, secret)]);
        await DoAsync(desk.Agent, number, "notes", ("visibility", "public"), ("text", $"请按图操作\n![步骤]({open})"));
        Assert.Equal([open], Shown(await desk.User.OpenAsync($"/requests/{number}")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk.User, open));
    }

    [Fact]
    public async Task PicturesOfOthers_AndOfOtherTickets_AreNeitherTakenNorShown()
    {
        var (number, other) = (await desk.InProgressAsync(), await desk.InProgressAsync());
        var (theirs, own) = (await UploadAsync(desk.SecondAgent), await UploadAsync(desk.Agent));
        await DoAsync(desk.Agent, other, "notes", ("visibility", "internal"), ("text", $"![a]({own})"));
        var page = await DoAsync(desk.Agent, number, "notes", ("visibility", "public"), ("text", $"![一]({theirs}) ![二]({own}) ![三](/files/{Guid.NewGuid()}) ![四](https://evil.example/x.png)"));
        Assert.Empty(Shown(page));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk.User, own));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk.SecondAgent, theirs));
    }

    [Fact]
    public async Task Picture_ThatQuestionAndNoteShow_IsTheUsersToSee()
    {
        var (number, picture) = (await desk.InProgressAsync(), await UploadAsync(desk.Agent));
        var page = await DoAsync(desk.Agent, number, "wait", ("reason", "user"), ("until", $"{desk.Clock.Now.AddDays(2):yyyy-MM-ddTHH:mm}"), ("question", $"是这个吗？![图]({picture})"), ("note", $"问了 ![图]({picture})"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(2, Shown(page).Count());
        Assert.Equal([picture], Shown(await desk.User.OpenAsync($"/requests/{number}")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk.User, picture));
    }

    [Fact]
    public async Task Description_OfANewTicket_KeepsItsPictures()
    {
        var picture = await UploadAsync(desk.UsersProgram);
        var opened = await desk.UsersProgram.PostJsonAsync("/api/v1/tickets", new { subject = "报错", description = $"如图\n![报错]({picture})" });
        var number = (await opened.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken)).GetProperty("number").GetInt64();
        Assert.Equal([picture], Shown(await desk.Agent.OpenAsync(Address(number))));
    }

    [Fact]
    public async Task OnPaper_AndAmongWords_APictureIsItsName()
    {
        var picture = await UploadAsync(desk.UsersProgram);
        var opened = await desk.UsersProgram.PostJsonAsync("/api/v1/tickets", new { subject = "蓝屏", description = $"如图 ![错误代码]({picture}) 请看" });
        var number = (await opened.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken)).GetProperty("number").GetInt64();
        Assert.Contains("如图 [错误代码] 请看", (await desk.Agent.OpenAsync($"{Address(number)}/work-order")).Text, StringComparison.Ordinal);
        Assert.Contains($"{number}", (await desk.Agent.OpenAsync("/desk?view=all&q=错误代码")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("蓝屏", (await desk.Agent.OpenAsync("/desk?view=all&q=files")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatStandsInADraft_IsNotSweptAway()
    {
        var number = await desk.InProgressAsync();
        var (kept, lost) = (await UploadAsync(desk.Agent), await UploadAsync(desk.Agent));
        await desk.Agent.SendJsonAsync(HttpMethod.Put, $"/drafts/tickets/{number}/notes/text", new { text = $"还没写完 ![x]({kept})" });
        await desk.RunAsync(services => services.GetRequiredService<SweepOrphanFiles>().RunAsync(desk.Clock.Now.AddDays(2), TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(desk.Agent, kept), await StatusAsync(desk.Agent, lost)));
        var page = await DoAsync(desk.Agent, number, "notes", ("visibility", "internal"), ("text", $"写完了 ![x]({kept})"));
        Assert.Equal([kept], Shown(page));
    }

    [Fact]
    public async Task Preview_ShowsWhatTheTimelineWill_AndSaysWhoCannotBeNamed()
    {
        var number = await desk.InProgressAsync();
        var picture = await UploadAsync(desk.Agent);
        var shown = await RenderAsync(desk.Agent, number, $"**重要** @engineer #{number} ![图]({picture}) <b>x</b>");
        Assert.Equal((HttpStatusCode.OK, "重要", "@engineer", picture), (shown.Status, shown.One("strong").TextContent, shown.One(".mention").TextContent, shown.One("img").GetAttribute("src")));
        Assert.Equal(Address(number), shown.One("a.reference").GetAttribute("href"));
        var warned = await RenderAsync(desk.Agent, number, "@other 来看");
        Assert.Contains("other 看不到这张工单", warned.One(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(warned.All(".mention"));
        Assert.Equal(HttpStatusCode.NotFound, (await RenderAsync(desk.OtherTeam, number, "x")).Status);
        Assert.Equal(HttpStatusCode.OK, (await RenderAsync(desk.OtherTeam, null, "x")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RenderAsync(desk.User, null, "x")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RenderAsync(desk.Agent, null, new string('x', 30_000))).Status);
    }

    private static IEnumerable<string?> Shown(Page page) => page.All(".timeline .prose img").Select(i => i.GetAttribute("src"));

    private static async Task<string> UploadAsync(Browser by)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files?name=截图.png") { Content = new ByteArrayContent(Png) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var answer = await by.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return $"/files/{(await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid()}";
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser by, string file) => (await by.GetAsync(file)).StatusCode;

    private static async Task<Page> RenderAsync(Browser by, long? ticket, string text)
    {
        var path = ticket is null ? "/desk/rendering" : $"/desk/rendering?ticket={ticket}";
        var answer = await by.SendJsonAsync(HttpMethod.Post, path, new { text });
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, new Uri(by.Address, path), await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken), html);
    }
}
