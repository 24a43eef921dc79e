using System.Security.Cryptography;
using System.Text;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Platform.Database;

/// <summary>
/// Whom the application connects as. Tables belong to the owner, who migrates; the application is a second role that can neither
/// change the schema nor what is only ever added. See docs/decisions/0011.
/// </summary>
internal static class ApplicationRole
{
    private const string Suffix = "_app";

    /// <summary>PostgreSQL cuts longer names.</summary>
    private const int LongestName = 63;

    /// <summary>Answers the connection string to serve with.</summary>
    /// <param name="owner">As whom the schema was migrated.</param>
    /// <param name="given">The application's own connection string, where the operator made the role; null has it made here.</param>
    /// <param name="schemas">Those of the migrations.</param>
    public static async Task<string> PrepareAsync(NpgsqlConnection owner, string ownerString, string? given, IReadOnlyList<string> schemas, Action<string> say, CancellationToken cancellation)
    {
        var application = given ?? Derived(ownerString);
        if (NameIn(application) is not { Length: > 0 } role || role == NameIn(ownerString))
        {
            say(Undivided("Fengtai__Database and Fengtai__DatabaseOwner name the same user"));
            return application;
        }
        if (!await ExistsAsync(owner, role, cancellation) && (given is not null || !await CreateAsync(owner, role, application, cancellation)))
        {
            say(Undivided(given is null ? "the database user may not create a second one" : $"there is no role {role}"));
            return ownerString;
        }
        await ApplicationRights.GrantAsync(owner, role, schemas, cancellation);
        if (await RefusalAsync(application, cancellation) is not { } refused)
        {
            return application;
        }
        if (given is null && refused.SqlState == PostgresErrorCodes.InvalidPassword && await SetPasswordAsync(owner, role, application, cancellation) && await RefusalAsync(application, cancellation) is null)
        {
            return application;
        }
        if (given is not null)
        {
            throw new CannotStartException($"The database does not let {role} in: {refused.MessageText}", refused);
        }
        say(Undivided($"the server does not let {role} in ({refused.MessageText})"));
        return ownerString;
    }

    /// <summary>The same server; a password that every node derives alike and that is of no use for finding the owner's.</summary>
    internal static string Derived(string ownerString)
    {
        var connection = new NpgsqlConnectionStringBuilder(ownerString);
        var role = connection.Username + Suffix;
        if (connection.Username is not { Length: > 0 } || role.Length > LongestName)
        {
            return ownerString;
        }
        connection.Username = role;
        connection.Password = connection.Password is { Length: > 0 } password
            ? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes($"fengtai application role {role}")))
            : null;
        return connection.ConnectionString;
    }

    private static string Undivided(string why) =>
        $"The application works as the owner of its tables, because {why}: whoever gets at its connection can change the audit log. docs/operating.md, “The application's own database user”, says how to part them.";

    private static string? NameIn(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username;

    private static async Task<bool> ExistsAsync(NpgsqlConnection owner, string role, CancellationToken cancellation)
    {
        await using var command = owner.Command("select exists (select from pg_roles where rolname = $1)", role);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<bool> CreateAsync(NpgsqlConnection owner, string role, string application, CancellationToken cancellation)
    {
        await using var may = owner.Command("select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
        if (await may.ExecuteScalarAsync(cancellation) is not true)
        {
            return false;
        }
        try
        {
            await using var create = owner.Command($"create role {Quoted(role)} login nosuperuser nocreatedb nocreaterole noinherit{Password(application)}");
            await create.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
        {
            // for another database of this server it was made in this very moment
        }
        return true;
    }

    private static async Task<bool> SetPasswordAsync(NpgsqlConnection owner, string role, string application, CancellationToken cancellation)
    {
        if (Password(application) is not { Length: > 0 } password)
        {
            return false;
        }
        try
        {
            await using var alter = owner.Command($"alter role {Quoted(role)}{password}");
            await alter.ExecuteNonQueryAsync(cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private static string Password(string application) =>
        new NpgsqlConnectionStringBuilder(application).Password is { Length: > 0 } password ? $" password '{password.Replace("'", "''", StringComparison.Ordinal)}'" : "";

    private static async Task<PostgresException?> RefusalAsync(string application, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(application) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellation);
            return null;
        }
        catch (PostgresException e)
        {
            return e;
        }
    }

    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
