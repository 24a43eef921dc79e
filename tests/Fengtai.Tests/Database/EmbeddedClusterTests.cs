using System.Diagnostics;
using System.Globalization;
using Fengtai.Platform.Database;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Database;

public sealed class EmbeddedClusterTests
{
    private static readonly Dictionary<string, string> Quick = new() { ["fsync"] = "off" };

    private readonly List<string> _said = [];

    [Fact]
    public async Task Opening_AFreshFolder_GivesADatabaseThatOnlyAUnixSocketReaches()
    {
        using var folder = new OwnFolder();
        await using var cluster = await OpenAsync(folder);

        Assert.False(cluster.Adopted);
        Assert.Equal("", await AskAsync(cluster, "show listen_addresses"));
        Assert.Equal("off", await AskAsync(cluster, "show jit"));
        Assert.Equal("UTF8", await AskAsync(cluster, "show server_encoding"));
        Assert.Equal("on", await AskAsync(cluster, "show data_checksums"));
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Closing_WhileAnotherUsesIt_LeavesItRunning_AndTheLastOneStopsIt()
    {
        using var folder = new OwnFolder();
        var first = await OpenAsync(folder);
        var second = await OpenAsync(folder);
        Assert.True(second.Adopted);

        await first.DisposeAsync();
        Assert.Equal("1", await AskAsync(second, "select 1"));

        await second.DisposeAsync();
        Assert.False(System.IO.File.Exists(folder.File("pg/postmaster.pid")));
    }

    [Fact]
    public async Task Data_SurviveARestart()
    {
        using var folder = new OwnFolder();
        await using (var cluster = await OpenAsync(folder))
        {
            await AskAsync(cluster, "create table kept as select '烽台' as word; select 1");
        }

        await using var again = await OpenAsync(folder);

        Assert.False(again.Adopted);
        Assert.Equal("烽台", await AskAsync(again, "select word from kept"));
    }

    [Fact]
    public async Task Postmaster_WhenKilled_IsStartedAgain()
    {
        using var folder = new OwnFolder();
        await using var cluster = await OpenAsync(folder);
        await AskAsync(cluster, "create table kept (); select 1");
        var killed = Postmaster(folder);

        using (var process = Process.GetProcessById(killed))
        {
            process.Kill();
        }

        await EventuallyAsync(() => AskAsync(cluster, "select count(*) from kept"));
        Assert.NotEqual(killed, Postmaster(folder));
        await cluster.DisposeAsync(); // the supervision has had its say
        Assert.Contains(_said, line => line.Contains("started again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opening_AfterAStartWasKilledHalfWay_BeginsAnew()
    {
        using var folder = new OwnFolder();
        Directory.CreateDirectory(folder.File("pg.new"));
        await System.IO.File.WriteAllTextAsync(folder.File("pg.new/PG_VERSION"), "15\n");

        await using var cluster = await OpenAsync(folder);

        Assert.Equal("1", await AskAsync(cluster, "select 1"));
        Assert.False(Directory.Exists(folder.File("pg.new")));
    }

    [Fact]
    public async Task PidFile_ThatNamesAnotherProgram_DoesNotPreventTheStart()
    {
        using var folder = new OwnFolder();
        await (await OpenAsync(folder)).DisposeAsync();
        await System.IO.File.WriteAllTextAsync(folder.File("pg/postmaster.pid"), $"{Environment.ProcessId}\n{folder.File("pg")}\n");

        await using var cluster = await OpenAsync(folder);

        Assert.Equal("1", await AskAsync(cluster, "select 1"));
    }

    [Fact]
    public async Task Socket_WhosePathWouldBeTooLong_IsElsewhere()
    {
        using var folder = new OwnFolder(string.Join('/', Enumerable.Repeat("很长的文件夹", 8)));
        await using var cluster = await OpenAsync(folder);

        Assert.Equal("1", await AskAsync(cluster, "select 1"));
        Assert.Contains(_said, line => line.Contains("too long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folder_ThatPostgresCannotEnter_KeepsItsClusterElsewhere_AndSaysSo()
    {
        using var folder = new OwnFolder("closed/data");
        System.IO.File.SetUnixFileMode(Path.GetDirectoryName(folder.Data)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using (var cluster = await OpenAsync(folder))
        {
            Assert.Equal("1", await AskAsync(cluster, "select 1"));
        }

        var elsewhere = folder.File("cluster.location");
        Assert.Equal(Environment.IsPrivilegedProcess, System.IO.File.Exists(elsewhere));
        Assert.Equal(Environment.IsPrivilegedProcess, _said.Any(line => line.Contains("is kept in", StringComparison.Ordinal)));
        if (System.IO.File.Exists(elsewhere))
        {
            Directory.Delete((await System.IO.File.ReadAllTextAsync(elsewhere)).Trim(), recursive: true);
        }
    }

    [Fact]
    public async Task Folder_ThatIsAFile_IsRefusedWithItsName()
    {
        using var folder = new OwnFolder();
        await System.IO.File.WriteAllTextAsync(folder.File("taken"), "");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => EmbeddedCluster.OpenAsync(folder.File("taken"), _said.Add));

        Assert.Contains(folder.File("taken"), refused.Message);
    }

    private Task<EmbeddedCluster> OpenAsync(OwnFolder folder) => EmbeddedCluster.OpenAsync(folder.Data, _said.Add, Quick);

    private static int Postmaster(OwnFolder folder) => int.Parse(System.IO.File.ReadLines(folder.File("pg/postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static async Task<string?> AskAsync(EmbeddedCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task EventuallyAsync(Func<Task> ask)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            try
            {
                await ask();
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
            {
                // not back yet
            }
        }
    }
}
