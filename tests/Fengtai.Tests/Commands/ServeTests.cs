using System.Net;
using Fengtai.Tests.Database;
using Xunit;

namespace Fengtai.Tests.Commands;

public sealed class ServeTests
{
    [Fact]
    public async Task Serve_SaysWhenItIsReady_AndOnSigtermStopsWithItsDatabase()
    {
        using var folder = new OwnFolder();
        using var program = Serve(folder);
        var address = Address(await program.LineAsync());

        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(address, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        await program.TerminateAsync();
        var (code, output, _) = await program.EndAsync();

        Assert.Equal(0, code);
        Assert.Equal("", output);
        Assert.False(File.Exists(folder.File("pg/postmaster.pid")));
    }

    [Fact]
    public async Task Serve_AfterItWasKilled_TakesOverTheOrphanedDatabase()
    {
        using var folder = new OwnFolder();
        using (var killed = Serve(folder))
        {
            await killed.LineAsync();
            killed.KillHard();
            await killed.EndAsync();
        }
        var orphan = await File.ReadAllTextAsync(folder.File("pg/postmaster.pid"));

        using var program = Serve(folder);
        Address(await program.LineAsync());
        Assert.Equal(orphan.Split('\n')[0], File.ReadLines(folder.File("pg/postmaster.pid")).First());

        await program.TerminateAsync();
        Assert.Equal(0, (await program.EndAsync()).Code);
        Assert.False(File.Exists(folder.File("pg/postmaster.pid")));
    }

    [Fact]
    public async Task Serve_OnAnAddressThatIsTaken_SaysSo_AndLeavesNothingRunning()
    {
        using var folder = new OwnFolder();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        using var program = RunningProgram.Start("serve", "--data", folder.Data, "--urls", $"http://{taken.LocalEndpoint}");
        var (code, output, errors) = await program.EndAsync();

        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Matches("(?m)^Failed to bind .* address already in use", errors);
        Assert.DoesNotContain("   at ", errors);
        Assert.False(File.Exists(folder.File("pg/postmaster.pid")));
    }

    private static RunningProgram Serve(OwnFolder folder) => RunningProgram.Start("serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0");

    private static Uri Address(string ready)
    {
        Assert.StartsWith("ready http://127.0.0.1:", ready);
        return new(ready["ready ".Length..]);
    }
}
