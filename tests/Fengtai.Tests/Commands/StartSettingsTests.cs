using System.CommandLine;
using Fengtai.Commands;
using Fengtai.Platform.Database;
using Fengtai.Shell;
using Fengtai.Tests.Database;
using Xunit;

namespace Fengtai.Tests.Commands;

public sealed class StartSettingsTests
{
    [Fact]
    public void Setting_OfTheEnvironment_WinsOverTheFile_AndTheCommandLineOverBoth()
    {
        using var folder = new OwnFolder();
        File.WriteAllText(folder.File("fengtai.json"), """{ "Fengtai": { "TestA": "file", "TestB": "file", "TestC": "file" } }""");
        Environment.SetEnvironmentVariable("Fengtai__TestB", "environment");
        Environment.SetEnvironmentVariable("Fengtai__TestC", "environment");

        var settings = StartSettings.Read(new RootCommand { StartSettings.Data }.Parse(["--data", folder.Data]), new Dictionary<string, string?> { ["Fengtai:TestC"] = "command line" });

        Assert.Equal("file", settings["Fengtai:TestA"]);
        Assert.Equal("environment", settings["Fengtai:TestB"]);
        Assert.Equal("command line", settings["Fengtai:TestC"]);
        Assert.Equal(folder.Data, StartSettings.DataFolder(settings));
    }

    [Fact]
    public async Task File_ThatIsNotJson_IsNamed()
    {
        using var folder = new OwnFolder();
        await File.WriteAllTextAsync(folder.File("fengtai.json"), "Fengtai: yes");

        using var program = RunningProgram.Start("serve", "--data", folder.Data);
        var (code, output, errors) = await program.EndAsync();

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(folder.File("fengtai.json"), errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Theory]
    [InlineData("nonsense", "not a connection string")]
    [InlineData("Database=fengtai", "names no server")]
    public async Task Database_ThatIsNoConnectionString_IsRefused(string given, string said)
    {
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => DatabaseServer.OpenAsync(given, null, Path.GetTempPath(), _ => { }, TestContext.Current.CancellationToken));

        Assert.Contains(said, refused.Message);
    }

    [Fact]
    public async Task Database_ThatDoesNotAnswer_IsSaidInOneLine()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=x;Database=x");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => Migrations.ApplyAsync(source, Composition.Assemblies, TestContext.Current.CancellationToken));

        Assert.StartsWith("The database does not let us in: ", refused.Message);
    }
}
