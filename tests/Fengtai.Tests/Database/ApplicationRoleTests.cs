using Fengtai.Platform.Data;
using Fengtai.Platform.Database;
using Fengtai.Shell;
using Fengtai.Tests.Support;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Database;

public sealed class ApplicationRoleTests(TestCluster cluster, TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly List<string> _said = [];

    [Theory]
    [InlineData("update platform.events set kind = 'somethingElse'")]
    [InlineData("update platform.events set data = '{}' where false")]
    [InlineData("delete from platform.events")]
    [InlineData("truncate platform.events")]
    [InlineData("alter table platform.events disable trigger events_are_only_added")]
    [InlineData("drop trigger events_are_only_added on platform.events")]
    [InlineData("create or replace function platform.refuse_change() returns trigger language plpgsql as 'begin return new; end'")]
    [InlineData("create trigger own before insert on platform.events for each row execute function platform.refuse_change()")]
    [InlineData("alter table platform.events owner to fengtai_app")]
    [InlineData("drop table platform.events")]
    [InlineData("insert into platform.events (id, at, subject_kind, subject_id, kind, is_public, data) overriding system value values (0, now(), 'test', gen_random_uuid(), 'forged', false, '{}')")]
    [InlineData("insert into platform.events (xid, at, subject_kind, subject_id, kind, is_public, data) values ('1', now(), 'test', gen_random_uuid(), 'forged', false, '{}')")]
    [InlineData("update platform.migrations set checksum = ''")]
    [InlineData("create table platform.own ()")]
    [InlineData("set role fengtai")]
    [InlineData("set session authorization fengtai")]
    public async Task Application_HasNoRightTo(string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Source.ExecuteAsync(statement, []));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task EveryTable_IsEitherReadAndWritten_OrOnlyAddedTo()
    {
        var rights = await database.Owner.Command(
            """
            select schemaname || '.' || tablename
            from pg_tables
            where schemaname = any ($1)
            and not (has_table_privilege('fengtai_app', schemaname || '.' || tablename, 'select')
                and has_table_privilege('fengtai_app', schemaname || '.' || tablename, 'update'))
            order by 1
            """,
            (object)MigrationScript.SchemasOf(MigrationScript.In(Composition.Assemblies)).ToArray()).ListAsync(r => r.GetString(0), default);

        Assert.Equal(OnlyAdded.Append("platform.migrations").Order(StringComparer.Ordinal), rights);
    }

    [Fact]
    public async Task Rights_ThatAreInOrder_AreLeftAlone_AndOthersArePutRight()
    {
        var schemas = MigrationScript.SchemasOf(MigrationScript.In(Composition.Assemblies));
        await using var owner = await database.Owner.OpenConnectionAsync();
        Assert.Equal(0, await ApplicationRights.GrantAsync(owner, "fengtai_app", schemas, default));

        await database.Owner.ExecuteAsync("grant update (kind) on platform.events to fengtai_app; revoke delete on platform.jobs from fengtai_app", []);

        Assert.Equal(2, await ApplicationRights.GrantAsync(owner, "fengtai_app", schemas, default));
        Assert.Equal(0, await ApplicationRights.GrantAsync(owner, "fengtai_app", schemas, default));
        await database.Source.ExecuteAsync("delete from platform.jobs", []);
    }

    [Fact]
    public async Task DatabaseFromBeforeTheRole_IsUpgradedByTheNextStart()
    {
        var empty = await cluster.EmptyAsync();
        await using (var old = NpgsqlDataSource.Create(empty))
        {
            await Migrations.ApplyAsync(old, [.. MigrationScript.In(Composition.Assemblies)], default);
            await old.ExecuteAsync("insert into platform.events (at, subject_kind, subject_id, kind, is_public, data) values (now(), 'test', gen_random_uuid(), 'old', false, '{}')", []);
        }

        var serving = await MigrateAsync(empty, null);

        Assert.Equal("fengtai_app", new NpgsqlConnectionStringBuilder(serving).Username);
        Assert.Empty(_said);
        await using var source = NpgsqlDataSource.Create(serving);
        Assert.Equal(["old"], await source.Command("select kind from platform.events").ListAsync(r => r.GetString(0), default));
        await source.DisposeAsync();
        await cluster.DropAsync(empty);
    }

    [Fact]
    public async Task OwnerOfAnotherServer_WhoMayCreateRoles_GetsAnApplicationRoleToo()
    {
        var own = await OwnedByAsync("boss", "createrole");

        var serving = new NpgsqlConnectionStringBuilder(await MigrateAsync(own, null));

        Assert.Equal("boss_app", serving.Username);
        Assert.NotEqual("secret", serving.Password);
        Assert.Empty(_said);
        await RefusesChangesAsync(serving.ConnectionString);
    }

    [Fact]
    public async Task OwnerOfAnotherServer_WhoMayNot_WorksAlone_AndIsTold()
    {
        var own = await OwnedByAsync("clerk", "nocreaterole");

        Assert.Equal(own, await MigrateAsync(own, null));

        Assert.Contains(_said, line => line.Contains("may not create a second one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OwnerAndApplication_ThatTheOperatorMade_AreUsedAsGiven()
    {
        var own = await OwnedByAsync("keeper", "nocreaterole");
        await cluster.ExecuteAsync("create role visitor login");
        var visitor = new NpgsqlConnectionStringBuilder(own) { Username = "visitor" }.ConnectionString;

        Assert.Equal(visitor, await MigrateAsync(own, visitor));

        Assert.Empty(_said);
        await RefusesChangesAsync(visitor);
    }

    private static readonly string[] OnlyAdded = ["audit.seals", "audit.verifications", "platform.events", "platform.looks"];

    private async Task<string> MigrateAsync(string owner, string? application)
    {
        await using var server = await DatabaseServer.OpenAsync(application ?? owner, application is null ? null : owner, Path.GetTempPath(), _said.Add, default);
        return await server.MigrateAsync(Composition.Assemblies, _said.Add, default);
    }

    private async Task<string> OwnedByAsync(string name, string may)
    {
        var empty = new NpgsqlConnectionStringBuilder(await cluster.EmptyAsync());
        await cluster.ExecuteAsync($"create role {name} login password 'secret' {may}");
        await cluster.ExecuteAsync($"alter database {empty.Database} owner to {name}");
        return new NpgsqlConnectionStringBuilder(empty.ConnectionString) { Username = name, Password = "secret" }.ConnectionString;
    }

    private static async Task RefusesChangesAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await source.ExecuteAsync("insert into platform.events (at, subject_kind, subject_id, kind, is_public, data) values (now(), 'test', gen_random_uuid(), 'happened', false, '{}')", []);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => source.ExecuteAsync("delete from platform.events", []));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
