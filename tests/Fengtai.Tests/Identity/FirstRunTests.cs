using System.Net;
using Fengtai.Identity;
using Fengtai.Platform.Practices;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class FirstRunTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task WhoOpensThePrintedLink_BecomesTheAdministrator_Once()
    {
        var said = new List<string>();
        await app.Services.GetServices<IBeforeReady>().OfType<SayFirstRunLink>().Single().PrepareAsync(said.Add, default);
        var link = new Uri(said.Single().Split(": ")[^1]).AbsolutePath;

        const string hint = "还没有管理员";
        var browser = await app.Browse();
        Assert.Contains(hint, (await browser.OpenAsync("/sign-in")).Text);
        var page = await browser.SubmitAsync(await browser.OpenAsync(link), null, ("Name", ""), ("Password", "1234567890"), ("Again", "1234567890"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请填写「姓名」", page.Text);
        Assert.Contains("太容易猜到", page.Text);
        await browser.SubmitAsync(page, null, ("Name", "王晓雨"), ("Password", "correct horse battery"), ("Again", "correct horse battery"));
        Assert.Contains("identity.administer", await (await browser.GetAsync("/api/v1/me")).Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Browse()).OpenAsync(link)).Status);
        Assert.DoesNotContain(hint, (await (await app.Browse()).OpenAsync("/sign-in")).Text);
        Assert.Null(await app.RunAsync(s => s.GetRequiredService<FirstRun>().LinkAsync(default)));
    }

    [Fact]
    public async Task InventedLink_LeadsNowhere() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Browse()).OpenAsync("/first-run/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).Status);
}
