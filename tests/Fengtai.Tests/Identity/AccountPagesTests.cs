using System.Net;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class AccountPagesTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task OwnNumbersAndLanguage_CanBeChanged_AndNothingElse()
    {
        var person = await app.AddPersonAsync("anna");
        var browser = await app.BrowseAsync(person);
        var page = await browser.SubmitAsync(await browser.OpenAsync("/account"), "form[action='/account']", ("Phone", " 8612 "), ("Culture", "en"), ("TimeZone", "Europe/Berlin"), ("Name", "Boss"), ("IsVip", "true"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        var now = await app.RunAsync(s => s.GetRequiredService<People>().FindAsync(person.Id));
        Assert.Equal(("anna", "8612", "en", "Europe/Berlin", false), (now!.Name, now.Phone, now.Culture, now.TimeZone, now.IsVip));
    }

    [Theory]
    [InlineData("Culture", "de", "没有这个选项")]
    [InlineData("TimeZone", "../../etc/passwd", "没有这个选项")]
    [InlineData("Phone", "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789", "最多 100 个字")]
    public async Task BadValue_ComesBackWithTheReason(string field, string value, string reason)
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync($"bad{field.ToLowerInvariant()}"));
        var page = await browser.SubmitAsync(await browser.OpenAsync("/account"), "form[action='/account']", (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(reason, page.Text);
    }

    [Fact]
    public async Task Sessions_AreListed_AndEndOneByOneOrAllOthers()
    {
        var person = await app.AddPersonAsync("bert");
        var (here, there, elsewhere) = (await app.BrowseAsync(person), await app.BrowseAsync(person), await app.BrowseAsync(person));
        var page = await here.OpenAsync("/account/sessions");
        Assert.Equal(3, page.All("main .list > li").Count);
        page = await here.SubmitAsync(page, "main .list form");
        Assert.Equal(2, page.All("main .list > li").Count);
        page = await here.SubmitAsync(page, "form[action='/account/sessions/end-others']");
        Assert.Single(page.All("main .list > li"));
        Assert.Equal("/account", (await here.OpenAsync("/account")).Path);
        foreach (var ended in new[] { there, elsewhere })
        {
            Assert.StartsWith("/sign-in", (await ended.OpenAsync("/account")).Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SessionOfSomebodyElse_CannotBeEnded()
    {
        var victim = await app.AddPersonAsync("carl");
        var theirs = await app.BrowseAsync(victim);
        var session = await app.RunAsync(async s => (await s.GetRequiredService<OwnAccess>().SessionsAsync(new() { Id = victim.Id }, default)).Single().Id);
        var other = await app.BrowseAsync(await app.AddPersonAsync("dora"));
        await other.OpenAsync("/account/sessions");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFormAsync($"/account/sessions/{session}/end")).StatusCode);
        Assert.Equal("/account", (await theirs.OpenAsync("/account")).Path);
    }

    [Fact]
    public async Task Token_IsShownOnce_ActsAtOnce_AndEndsWhenRevoked()
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync("emil"));
        var page = await browser.SubmitAsync(await browser.OpenAsync("/account/tokens"), "form[action='/account/tokens']", ("TokenName", "值班大屏"));
        var secret = page.One(".secret").TextContent;
        Assert.StartsWith("fgt_", secret, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await app.Browse(secret)).GetAsync("/api/v1/me")).StatusCode);
        page = await browser.OpenAsync("/account/tokens");
        Assert.DoesNotContain(secret, page.Html);
        Assert.Contains("值班大屏", page.Text);
        await browser.SubmitAsync(page, "main table form");
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await app.Browse(secret)).GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Token_CannotMakeAnotherToken()
    {
        var program = await app.ProgramAsync(await app.AddPersonAsync("fred"));
        await program.OpenAsync("/account/tokens");
        Assert.Equal(HttpStatusCode.Redirect, (await program.PostFormAsync("/account/tokens", ("TokenName", "x"), ("Scope", "write"), ("Days", "365"))).StatusCode);
    }
}
