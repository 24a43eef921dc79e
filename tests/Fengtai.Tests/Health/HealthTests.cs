using System.Net;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Health;

public sealed class HealthTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfAServerThatWorks_IsOkForGetAndHead(string path)
    {
        var browser = await app.Browse();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var answer = await browser.SendAsync(new(method, path));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Metrics_AreWhatPrometheusReads_WithoutWhatWasAskedFor()
    {
        var browser = await app.Browse();
        await browser.GetAsync("/health/live?who=somebody");

        using var answer = await browser.GetAsync("/metrics");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", text);
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_route=\"/health/live\"[^}]*\\} [1-9]", text);
        Assert.Contains("db_client_connection_count{db_client_connection_pool_name=\"fengtai\"", text);
        Assert.Contains("dotnet_process_memory_working_set_bytes ", text);
        Assert.DoesNotContain("somebody", text);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"^(# (HELP|TYPE) \w+ .*|\w+(\{.*\})? -?(\d[\d.Ee+-]*|NaN))$", line));
    }
}
