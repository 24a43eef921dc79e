using Fengtai.Platform.Data;
using Fengtai.Platform.Database;
using Fengtai.Shell;
using Fengtai.Tests.Support;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Database;

public sealed class MigrationsTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly MigrationScript First = new(1, "first", "create table a (id int);");
    private static readonly MigrationScript Second = new(2, "second", "alter table a add b int;");

    private string _connection = "";
    private NpgsqlDataSource _source = null!;

    [Fact]
    public async Task Scripts_AreAppliedInOrder_AndOnce()
    {
        Assert.Equal(2, await ApplyAsync(First, Second));
        Assert.Equal(0, await ApplyAsync(First, Second));

        Assert.Equal(["1 first", "2 second"], await _source.Command("select number || ' ' || name from platform.migrations order by applied_at, number").ListAsync(r => r.GetString(0), default));
    }

    [Fact]
    public async Task Script_OfALowerNumberThatCameLater_IsApplied()
    {
        await ApplyAsync(First, new(40, "later", "create table c ();"));
        Assert.Equal(1, await ApplyAsync(First, Second, new(40, "later", "create table c ();")));
    }

    [Fact]
    public async Task Processes_ThatStartTogether_ApplyEachScriptOnce()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ApplyAsync(First, Second)));

        Assert.Equal(2, applied.Sum());
    }

    [Fact]
    public async Task Script_ThatWasAlteredAfterwards_StopsTheStart()
    {
        await ApplyAsync(First);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ApplyAsync(First with { Sql = "create table a (id bigint);" }));

        Assert.Contains("001_first was altered", refused.Message);
    }

    [Fact]
    public async Task Script_WithOtherLineEndings_IsTheSame()
    {
        await ApplyAsync(new MigrationScript(1, "lines", "select 1;\nselect 2;\n"));
        Assert.Equal(0, await ApplyAsync(new MigrationScript(1, "lines", "select 1;\r\nselect 2;\r\n")));
    }

    [Fact]
    public async Task Database_OfANewerVersion_StopsTheStart()
    {
        await ApplyAsync(First, Second);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ApplyAsync(First));

        Assert.Contains("002_second", refused.Message);
    }

    [Fact]
    public async Task Script_ThatFails_LeavesNothing_AndNamesItsLine()
    {
        var broken = new MigrationScript(2, "broken", "create table half ();\ncreate table\n  a ();");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ApplyAsync(First, broken));

        Assert.Contains("002_broken fails and was undone", refused.Message);
        Assert.Equal(["a"], await _source.Command("select tablename::text from pg_tables where schemaname = 'public'").ListAsync(r => r.GetString(0), default));
        Assert.Equal(1, await ApplyAsync(First, Second));
    }

    [Fact]
    public void Number_UsedTwice_IsABug()
    {
        var numbers = MigrationScript.In(Composition.Assemblies).Select(s => s.Number).ToList();

        Assert.Contains(1, numbers);
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Throws<InvalidOperationException>(() => MigrationScript.Ordered([First, Second with { Number = 1 }]));
    }

    public async ValueTask InitializeAsync()
    {
        _connection = await cluster.EmptyAsync();
        _source = NpgsqlDataSource.Create(_connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await cluster.DropAsync(_connection);
    }

    private Task<int> ApplyAsync(params MigrationScript[] scripts) => Migrations.ApplyAsync(_source, scripts, TestContext.Current.CancellationToken);
}
