using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Access;

/// <summary>Walks all routes with all roles, and with nobody: who lacks the right is turned away before anything else happens.</summary>
public sealed partial class EveryRouteTests(App app) : IClassFixture<App>
{
    public static TheoryData<string> Everybody => ["nobody", .. Roles.All];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task IsOpenOnlyToThoseItNames(string role)
    {
        var may = app.Services.GetServices<Grant>().Where(g => g.Role == role).Select(g => g.Permission).ToHashSet();
        var wrong = new List<string>();
        var browser = role == "nobody" ? await app.Browse() : await app.BrowseAsync(await app.AddPersonAsync($"walk.{role}", role));
        foreach (var (method, path, rule) in Routes())
        {
            using var answer = await browser.SendAsync(new(new HttpMethod(method), path));
            var isLetIn = !IsTurnedAway(answer);
            var shouldBe = rule.IsOpen || role != "nobody" && (rule.Permission is null || may.Contains(rule.Permission));
            if (isLetIn != shouldBe)
            {
                wrong.Add($"{method} {path} ({rule.Permission?.Name ?? rule.OpenBecause ?? "signed in"}): {(int)answer.StatusCode}");
            }
        }
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public void RightsAreGrantedToKnownRolesOnly() =>
        Assert.Empty(app.Services.GetServices<Grant>().Select(g => g.Role).Distinct().Except(Roles.All));

    /// <summary>A right that no role has, or one that no route asks for, is a mistake.</summary>
    [Fact]
    public void EveryRightThatARouteRequires_IsSomebodys()
    {
        var granted = app.Services.GetServices<Grant>().Select(g => g.Permission).ToHashSet();
        Assert.Equal("", string.Join(' ', Routes().Select(r => r.Rule.Permission).OfType<Permission>().Distinct().Where(p => !granted.Contains(p))));
    }

    private static bool IsTurnedAway(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || answer.Headers.Location?.ToString().StartsWith(AccessMiddleware.SignInPath + "?return=", StringComparison.Ordinal) == true;

    private IEnumerable<(string Method, string Path, AccessRule Rule)> Routes()
    {
        var sources = app.Services.GetRequiredService<EndpointDataSource>();
        foreach (var endpoint in sources.Endpoints.OfType<RouteEndpoint>())
        {
            var rule = endpoint.Metadata.GetMetadata<AccessRule>()!;
            var path = "/" + Parameter.Replace(endpoint.RoutePattern.RawText!, Sample).TrimStart('/');
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                yield return (method, path, rule);
            }
        }
    }

    private static string Sample(Match parameter) => parameter.Value switch
    {
        var p when p.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        var p when p.Contains(":long", StringComparison.Ordinal) || p.Contains(":int", StringComparison.Ordinal) => 999_999.ToString(CultureInfo.InvariantCulture),
        var p when p.Contains("regex(^(", StringComparison.Ordinal) => p.Split("regex(^(")[1].Split('|')[0],
        _ => "sample",
    };

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter { get; }
}
