using System.Net;
using System.Net.Http.Headers;
using Fengtai.Tests.Commands;
using Fengtai.Tests.Database;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class IdentityCommandsTests
{
    [Fact]
    public async Task UserAndToken_AreCreatedBesideARunningServer_AndPrintedForPrograms()
    {
        using var folder = new OwnFolder();
        using var server = RunningProgram.Start("serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0");
        var address = new Uri((await server.LineAsync())["ready ".Length..]);

        var (code, link, _) = await RunAsync("user", "create", "--login", "script", "--name", "脚本", "--role", "user", "agent", "--data", folder.Data);
        Assert.Equal(0, code);
        Assert.Contains("/set-password/", link);

        (code, var token, _) = await RunAsync("token", "create", "--user", "script", "--name", "nightly", "--data", folder.Data);
        Assert.Equal(0, code);
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        using var answer = await http.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("脚本", await answer.Content.ReadAsStringAsync());

        (code, var output, var errors) = await RunAsync("user", "create", "--login", "SCRIPT", "--name", "x", "--role", "user", "--data", folder.Data);
        Assert.Equal((1, ""), (code, output));
        Assert.Equal("Somebody else has this login.", errors.Trim());

        await server.TerminateAsync();
        await server.EndAsync();
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = RunningProgram.Start(arguments);
        return await program.EndAsync();
    }
}
