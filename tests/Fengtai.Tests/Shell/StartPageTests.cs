using Fengtai.Identity;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Shell;

public sealed class StartPageTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData(Roles.User, "/")]
    [InlineData(Roles.Agent, "/desk")]
    [InlineData(Roles.Engineer, "/desk")]
    [InlineData(Roles.Auditor, "/desk")]
    public async Task EverybodyBegins_WhereTheirWorkIs(string role, string place) =>
        Assert.Equal(place, await StartAsync(role));

    [Fact]
    public async Task Administrators_BeginAmongTheirPages() =>
        Assert.StartsWith("/admin/", await StartAsync(Roles.Administrator), StringComparison.Ordinal);

    private async Task<string?> StartAsync(string role)
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync($"start.{role}", Roles.User, role));
        return (await browser.GetAsync("/start")).Headers.Location?.ToString();
    }
}
