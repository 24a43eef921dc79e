using System.Net;
using Fengtai.Identity;
using Fengtai.Platform.Practices;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class DemoSignInTests(DemoSignInTests.Demonstration app) : IClassFixture<DemoSignInTests.Demonstration>
{
    [Fact]
    public async Task People_AreOfferedByRole_AndOneClickSignsIn()
    {
        var browser = await app.Browse();
        var page = await browser.OpenAsync("/sign-in?return=%2Faccount");
        Assert.Equal(["用户", "服务台坐席"], page.All("main h3").Select(h => h.TextContent));
        Assert.Equal(["ursula", "agatha"], page.All("main button[name=Login]").Select(b => b.GetAttribute("value")));
        page = await browser.SubmitAsync(page, "form[action='/sign-in/demo']", ("Login", "agatha"));
        Assert.Equal("/account", page.Path);
        Assert.Contains("agatha", page.Text);
    }

    [Fact]
    public async Task WhoIsNotActive_IsNotLetIn()
    {
        var browser = await app.Browse();
        await browser.OpenAsync("/sign-in");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostFormAsync("/sign-in/demo", ("Login", "gone"))).StatusCode);
    }

    public sealed class Demonstration(TestCluster cluster) : App(cluster)
    {
        protected override void Adjust(WebApplicationBuilder builder)
        {
            base.Adjust(builder);
            // the demonstration itself fills a database for many seconds; here a few people do
            builder.Services.AddSingleton(new DemoSignIn(new HostSettings { DataFolder = "", Database = "", PublicUrl = new("http://desk.example"), Demo = true }));
        }

        protected override async Task PrepareAsync()
        {
            await this.AddPersonAsync("ursula", Roles.User);
            await this.AddPersonAsync("agatha", Roles.User, Roles.Agent);
            var gone = await this.AddPersonAsync("gone", Roles.User);
            await RunAsync(s => s.GetRequiredService<ChangeAccess>().DisableAsync(gone.Id, Fengtai.Platform.Access.Actor.System, default));
            Services.GetRequiredService<DemoSignIn>().Offer();
        }
    }
}
