using System.Collections.Frozen;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Identity;

/// <summary>For whom does a job act? The person with the rights that they have at this moment.</summary>
public sealed class Actors(NpgsqlDataSource database, RolePermissions permissions)
{
    /// <summary>Null where there is no such person, or they are no longer active.</summary>
    public async Task<Actor?> OfAsync(Guid person, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select {ActorRow.Columns}
            from identity.people p
            where p.id = $1
              and p.is_active
            """, person);
        return (await command.ListAsync(row => ActorRow.Read(row, permissions), cancellation)).SingleOrDefault();
    }
}

/// <summary>An actor as a query reads one from <c>identity.people p</c>.</summary>
internal static class ActorRow
{
    public const string Columns = "p.id, p.login, p.name, p.roles, p.department, p.culture, p.time_zone, array(select m.team_id from identity.team_members m where m.person_id = p.id)";

    /// <param name="credential">The session or token that stands for the person; null where a job does.</param>
    public static Actor Read(NpgsqlDataReader row, RolePermissions permissions, Guid? credential = null, bool isReadOnly = false, string? mustFirst = null)
    {
        var roles = row.GetFieldValue<string[]>(3);
        return new()
        {
            Id = row.GetGuid(0),
            Login = row.GetString(1),
            Name = row.GetString(2),
            Roles = roles.ToFrozenSet(),
            Permissions = permissions.Of(roles),
            Department = row.Get<string>(4),
            Culture = row.GetString(5),
            TimeZone = row.GetString(6),
            Teams = row.GetFieldValue<Guid[]>(7).ToFrozenSet(),
            Credential = credential,
            IsReadOnly = isReadOnly,
            MustFirst = mustFirst,
        };
    }
}
