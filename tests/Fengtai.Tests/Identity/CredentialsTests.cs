using System.Net;
using System.Text.Json;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class CredentialsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Token_ActsAsItsPerson()
    {
        var person = await app.AddPersonAsync(new PersonForm { Login = "agnes", Name = "王晓雨" }, Roles.User, Roles.Agent);
        await app.AddTeamAsync("agnes-team", person);
        var me = await JsonAsync(await (await app.ProgramAsync(person)).GetAsync("/api/v1/me"));
        Assert.Equal("王晓雨", me.GetProperty("name").GetString());
        Assert.Equal(["user", "agent"], Strings(me, "roles"));
        Assert.Equal(["agnes-team"], Strings(me, "teams"));
        Assert.Contains("identity.findPeople", Strings(me, "permissions"));
        Assert.DoesNotContain("identity.administer", Strings(me, "permissions"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("fgt_")]
    [InlineData("fgt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("nonsense")]
    public async Task UnknownToken_IsNobody(string? token)
    {
        var answer = await (await app.Browse(token)).GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("notSignedIn", (await JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task TokenForReading_ReadsOnly()
    {
        var program = await app.ProgramAsync(await app.AddPersonAsync("reader"), "read");
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);
        var answer = await program.SendAsync(new(HttpMethod.Post, "/api/v1/files?name=a.txt") { Content = new ByteArrayContent("a"u8.ToArray()) });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("notAllowed", (await JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Token_EndsByTime()
    {
        var program = await app.ProgramAsync(await app.AddPersonAsync("later"));
        app.Clock.Advance(TimeSpan.FromDays(365) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task DisabledPerson_IsOutAtOnce()
    {
        var person = await app.AddPersonAsync("gone");
        var (program, browser) = (await app.ProgramAsync(person), await app.BrowseAsync(person));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/me")).StatusCode);
        await app.RunAsync(s => s.GetRequiredService<ChangeAccess>().DisableAsync(person.Id, Actor.System, default));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Session_EndsByTime_AndEarlierWhenIdle()
    {
        var person = await app.AddPersonAsync("worker");
        var browser = await app.BrowseAsync(person);
        app.Clock.Advance(TimeSpan.FromHours(14) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/me")).StatusCode);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task RightsTakenAway_AreGoneWithTheNextRequest()
    {
        var person = await app.AddPersonAsync("moved", Roles.Agent);
        var program = await app.ProgramAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/people")).StatusCode);
        await app.RunAsync(s => s.GetRequiredService<ChangeAccess>().GiveRolesAsync(person.Id, [Roles.User], Actor.System, default));
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/people")).StatusCode);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Unauthorized)]
    [InlineData("same-site", HttpStatusCode.Unauthorized)]
    [InlineData("same-origin", HttpStatusCode.Created)]
    [InlineData(null, HttpStatusCode.Created)]
    public async Task ApiCallByAnotherSitesPage_IsNobodys(string? site, HttpStatusCode expected)
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync($"victim-{site}"));
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files?name=a.txt") { Content = new ByteArrayContent("a"u8.ToArray()) };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }
        Assert.Equal(expected, (await browser.SendAsync(request)).StatusCode);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private static IEnumerable<string> Strings(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);
}
