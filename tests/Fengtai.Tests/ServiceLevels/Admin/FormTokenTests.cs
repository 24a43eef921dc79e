using Fengtai.Identity;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Admin;

/// <summary>Nobody else's page can send these forms in somebody's name.</summary>
public sealed class FormTokenTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private const string Some = "00000000-0000-7000-8000-000000000001";

    [Fact]
    public async Task FormWithoutItsToken_IsRefused()
    {
        var keeper = await desk.BrowseAsync(await desk.AddPersonAsync("keeper", Roles.ServiceLevelManager));
        string[] paths =
        [
            "/admin/service-levels/new", "/admin/service-levels/new/try", "/admin/service-levels/order", $"/admin/service-levels/{Some}", $"/admin/service-levels/{Some}/try", $"/admin/service-levels/{Some}/activate",
            "/desk/agreements/new", $"/desk/agreements/{Some}/edit", $"/desk/agreements/{Some}/end",
        ];
        foreach (var path in paths)
        {
            var answer = await keeper.SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("lastDay", "2026-06-30"), new("up", Some)]) });
            Assert.Equal((path, 400), (path, (int)answer.StatusCode));
        }
    }
}
