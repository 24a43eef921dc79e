using System.Net;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Fengtai.Tests.Shell;

public sealed class PreferencesTests(PreferencesTests.Demonstration app) : IClassFixture<PreferencesTests.Demonstration>
{
    [Fact]
    public async Task Language_WhenChosen_IsSpokenFromThenOn()
    {
        var browser = await app.Browse();
        var chinese = await browser.OpenAsync("/ui");

        var english = await browser.SubmitAsync(chinese, "form.preferences", ("Language", "en"));

        Assert.Equal("zh-CN", chinese.One("html").GetAttribute("lang"));
        Assert.Equal("en", english.One("html").GetAttribute("lang"));
        Assert.Equal("/ui", english.Path);
        Assert.Equal("Design system", english.One("h1").TextContent);
    }

    [Fact]
    public async Task Language_OfTheBrowser_IsSpokenAtFirst()
    {
        var browser = await app.Browse();
        browser.Headers.Add("Accept-Language", "en-GB,en;q=0.9");

        Assert.Equal("en", (await browser.OpenAsync("/ui")).One("html").GetAttribute("lang"));
    }

    [Theory]
    [InlineData("auto", "screen and (prefers-color-scheme: dark)")]
    [InlineData("dark", "screen")]
    [InlineData("light", null)]
    public async Task Theme_WhenChosen_IsLinkedByTheServer(string theme, string? media)
    {
        var browser = await app.Browse();

        var page = await browser.SubmitAsync(await browser.OpenAsync("/ui"), "form.preferences", ("Theme", theme));

        Assert.Equal(media, page.All("link[href*='assets/dark']").SingleOrDefault()?.GetAttribute("media"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    public async Task Return_ToAnotherSite_LeadsHome(string elsewhere)
    {
        var browser = await app.Browse();
        await browser.OpenAsync("/ui");

        using var answer = await browser.PostFormAsync("/preferences", ("Theme", "dark"), ("Return", elsewhere));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        using var answer = await (await app.Browse()).PostFormAsync("/preferences", ("Theme", "dark"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Message_OfTheRequestBefore_IsShownOnce_WithItsWayBack()
    {
        var browser = await app.Browse();
        var page = await browser.OpenAsync("/ui");

        var next = await browser.SubmitAsync(page, "main form[action='/ui/flash']");
        var afterwards = await browser.OpenAsync("/ui");

        Assert.Contains("100042", next.One("[data-flash]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/ui/flash", next.One("[data-flash] form").GetAttribute("action"));
        Assert.Empty(afterwards.All("[data-flash]"));
    }

    [Theory]
    [InlineData("/ui", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/ui/error/500", HttpStatusCode.InternalServerError)]
    public async Task EveryAnswer_ForbidsWhatIsNotNeeded(string path, HttpStatusCode status)
    {
        var browser = await app.Browse();

        using var answer = await browser.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/nothing-here", 404)]
    [InlineData("/ui/error/403", 403)]
    [InlineData("/ui/error/503", 503)]
    public async Task Error_ShowsAPage_InTheReadersLanguage(string path, int status)
    {
        var browser = await app.Browse();
        browser.Headers.Add("Accept", "text/html");
        browser.Headers.Add("Accept-Language", "en");

        var page = await browser.OpenAsync(path);

        Assert.Equal(status, (int)page.Status);
        Assert.Contains($"Error {status}", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.All("main a[href='/']"));
    }

    [Theory]
    [InlineData("/ui")]
    [InlineData("/ui/portal")]
    [InlineData("/ui/print")]
    [InlineData("/ui/drawer")]
    public async Task Parts_HaveUniqueIds_AndLabelsForEveryControl(string path)
    {
        var page = await (await app.Browse()).OpenAsync(path);

        Assert.Empty(page.All("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(page.All("main :is(input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea)"), control =>
            Assert.True(control.HasAttribute("aria-label") || page.All($"label[for='{control.Id}']").Count == 1, control.OuterHtml));
        Assert.All(page.All("[aria-describedby]"), control =>
            Assert.All(control.GetAttribute("aria-describedby")!.Split(' '), id => page.One("#" + id)));
    }

    public sealed class Demonstration(TestCluster cluster) : App(cluster)
    {
        protected override void Adjust(WebApplicationBuilder builder)
        {
            base.Adjust(builder);
            builder.Environment.EnvironmentName = Environments.Development;
        }
    }
}
