using System.Net;
using System.Text;
using System.Text.Json;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Practices;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Shell;

public sealed class ErrorAnswersTests(ErrorAnswersTests.AppWithBugs app) : IClassFixture<ErrorAnswersTests.AppWithBugs>
{
    [Theory]
    [InlineData("GET", "/api/nothing-here", HttpStatusCode.NotFound, "notFound")]
    [InlineData("POST", "/api/bug", HttpStatusCode.MethodNotAllowed, "methodIsNotKnownHere")]
    [InlineData("GET", "/api/bug", HttpStatusCode.InternalServerError, "somethingBroke")]
    [InlineData("GET", "/api/signed-in", HttpStatusCode.Unauthorized, "notSignedIn")]
    public async Task Api_AnswersEveryErrorAsAProblemWithACode(string method, string path, HttpStatusCode status, string code)
    {
        using var answer = await (await app.Browse()).SendAsync(new(new HttpMethod(method), path));

        await IsProblemAsync(answer, status, code);
    }

    [Fact]
    public async Task Body_LargerThanTheServerTakes_IsRefusedAsSuch()
    {
        using var answer = await (await app.Browse()).SendAsync(new(HttpMethod.Post, "/api/body") { Content = new ByteArrayContent(new byte[2000]) });

        await IsProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "bodyIsTooLarge");
    }

    [Fact]
    public async Task Exception_IsNotShown()
    {
        using var answer = await (await app.Browse()).GetAsync("/bug");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("planted", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnswerToAForm_LoadedAgain_LeadsToThePageThatTheFormIsOn()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/bug/form");
        request.Headers.Add("Accept", "text/html");
        using var answer = await (await app.Browse()).SendAsync(request);

        Assert.Equal((HttpStatusCode.SeeOther, "/bug"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private static async Task IsProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("planted", text);
    }

    public sealed class AppWithBugs(TestCluster cluster) : App(cluster)
    {
        protected override IEnumerable<Practice> More => [new Bugs()];

        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "None" };
    }

    private sealed class Bugs : Practice
    {
        public override void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public override void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/bug", Break).Open("test");
            routes.MapPost("/bug/form", () => "").Open("test");
            routes.MapGet("/api/bug", Break).Open("test");
            routes.MapGet("/api/signed-in", () => "").SignedIn();
            routes.MapPost("/api/body", async (HttpContext http) => await http.Request.Body.CopyToAsync(Stream.Null))
                .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(1000))
                .Open("test");
        }

        private static string Break() => throw new InvalidOperationException("planted");
    }
}
