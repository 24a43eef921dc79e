using System.Net;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class SignInPagesTests(App app) : IClassFixture<App>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task SigningIn_LeadsToTheWantedPage_AndOutAgain()
    {
        await PersonAsync("anna");
        var browser = await app.Browse();
        var page = await browser.OpenAsync("/account");
        Assert.Equal("/sign-in?return=%2Faccount", page.Path);
        page = await browser.SubmitAsync(page, null, ("Login", "anna"), ("Password", Password));
        Assert.Equal("/account", page.Path);
        Assert.Contains("anna", page.Text);
        page = await browser.SubmitAsync(page, "form[action='/sign-out']");
        Assert.Equal("/sign-in", page.Path);
        Assert.Equal("/sign-in?return=%2Faccount", (await browser.OpenAsync("/account")).Path);
    }

    [Fact]
    public async Task WrongPassword_ComesBackWithTheLogin_AndWithoutThePassword()
    {
        await PersonAsync("bert");
        var browser = await app.Browse();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), null, ("Login", "<b>bert"), ("Password", "a secret guess"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("<b>bert", page.One("input[name=Login]").GetAttribute("value"));
        Assert.DoesNotContain("a secret guess", page.Html);
        Assert.Contains("登录名或密码不对", page.Text);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Return_LeadsOnlyHome(string wanted)
    {
        var person = await PersonAsync($"carl{Math.Abs(wanted.GetHashCode(StringComparison.Ordinal))}");
        var browser = await app.Browse();
        await browser.OpenAsync("/sign-in");
        var answer = await browser.PostFormAsync("/sign-in", ("Login", person.Login), ("Password", Password), ("Return", wanted));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SessionCookie_IsOutOfReachForScripts_AndGoesWithTheBrowser()
    {
        await PersonAsync("dora");
        var browser = await app.Browse();
        await browser.OpenAsync("/sign-in");
        Assert.Equal("httponly path=/ samesite=lax", Attributes(await browser.PostFormAsync("/sign-in", ("Login", "dora"), ("Password", Password))));
        await browser.OpenAsync("/account");
        await browser.PostFormAsync("/sign-out");
        await browser.OpenAsync("/sign-in");
        Assert.StartsWith("expires=", Attributes(await browser.PostFormAsync("/sign-in", ("Login", "dora"), ("Password", Password), ("Stay", "true"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormOfAnotherSite_IsRefused()
    {
        await PersonAsync("emil");
        var answer = await (await app.Browse()).PostFormAsync("/sign-in", ("Login", "emil"), ("Password", Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task PasswordLink_WorksOnce_AndEndsOtherSessions()
    {
        var person = await PersonAsync("fred");
        var other = await app.BrowseAsync(person);
        var link = await LinkAsync(person);
        var browser = await app.Browse();
        var page = await browser.SubmitAsync(await browser.OpenAsync(link), null, ("Password", "short"), ("Again", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("密码至少 10 位", page.Text);
        await browser.SubmitAsync(page, null, ("Password", "a quite new sentence"), ("Again", "a quite new sentence"));
        Assert.Equal("/account", (await browser.OpenAsync("/account")).Path);
        Assert.Equal("/sign-in?return=%2Faccount", (await other.OpenAsync("/account")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task PasswordLink_EndsAfterADay_AndWhenThereIsANewOne()
    {
        var person = await PersonAsync("gina");
        var first = await LinkAsync(person);
        var second = await LinkAsync(person);
        var browser = await app.Browse();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(second)).Status);
        app.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(second)).Status);
    }

    [Fact]
    public async Task PasswordLink_UsedTwiceAtOnce_WorksOnce()
    {
        var link = (await LinkAsync(await PersonAsync("hugo"))).Split('/')[^1];
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => app.RunAsync(s => s.GetRequiredService<SetPassword>()
            .RunAsync(link, $"a new sentence {i}", $"a new sentence {i}", new("", ""), default))));
        Assert.Single(results, r => !r.IsRefused);
    }

    [Fact]
    public async Task PasswordSetBySomebodyElse_IsChangedFirst()
    {
        await app.RunAsync(s => s.GetRequiredService<CreatePerson>()
            .RunAsync(new PersonForm { Login = "ines", Name = "Ines" }, [Roles.User], Password, mustChange: true, "administration", Actor.System, default));
        var browser = await app.Browse();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/sign-in?return=%2Faccount"), null, ("Login", "ines"), ("Password", Password));
        Assert.Equal("/account/password", page.Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/v1/me")).StatusCode);
        await browser.SubmitAsync(page, "form[action='/account/password']", ("Present", Password), ("Password", "a quite new sentence"), ("Again", "a quite new sentence"));
        Assert.Equal("/account", (await browser.OpenAsync("/account")).Path);
    }

    [Fact]
    public async Task Demo_IsNotOffered_WhereItWasNotAskedFor()
    {
        await PersonAsync("jana");
        var browser = await app.Browse();
        Assert.Empty((await browser.OpenAsync("/sign-in")).All("[action='/sign-in/demo']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostFormAsync("/sign-in/demo", ("Login", "jana"))).StatusCode);
        Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<DemoSignIn>().Offer());
    }

    private static string Attributes(HttpResponseMessage answer)
    {
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SessionCookie.Name + "=", StringComparison.Ordinal));
        return string.Join(' ', cookie.Split("; ")[1..].Order(StringComparer.Ordinal));
    }

    private async Task<string> LinkAsync(Person person) =>
        (await app.RunAsync(s => s.GetRequiredService<MakePasswordLink>().RunAsync(person.Id, Actor.System, default))).Value.Path;

    private Task<Person> PersonAsync(string login) => app.RunAsync(async s => (await s.GetRequiredService<CreatePerson>()
        .RunAsync(new PersonForm { Login = login, Name = login }, [Roles.User], Password, false, "command", Actor.System, default)).Value);
}
