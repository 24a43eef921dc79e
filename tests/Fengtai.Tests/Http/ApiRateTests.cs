using System.Net;
using System.Text.Json;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Http;

public sealed class ApiRateTests(ApiRateTests.SlowApp app) : IClassFixture<ApiRateTests.SlowApp>
{
    [Fact]
    public async Task Token_ThatAsksTooOften_IsToldWhenToComeBack_AndOthersAreNotConcerned()
    {
        var hasty = await app.ProgramAsync(await app.AddPersonAsync("hasty"));
        var calm = await app.ProgramAsync(await app.AddPersonAsync("calm"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => hasty.GetAsync("/api/v1/me")));

        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.OK), 10, 20);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal("tooManyRequests", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync("/api/v1/me")).StatusCode);

        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Pages_AreNotCounted()
    {
        var browser = await app.Browse();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => browser.GetAsync("/sign-in")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    public sealed class SlowApp(TestCluster cluster) : App(cluster)
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Fengtai:Api:RequestsPerSecond"] = "1" };
    }
}
