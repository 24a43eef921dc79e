using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Identity;

/// <summary>Whose secret is this, and what may they do right now? Asked for every request, so that what ended has ended.</summary>
internal sealed class Credentials(NpgsqlDataSource database, RolePermissions permissions, TimeProvider time)
{
    public async Task<Actor?> OfSessionAsync(string secret, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = database.Command(
            $"""
            select {ActorRow.Columns}, s.id, s.last_seen_at, coalesce(a.must_change_password, false)
            from identity.sessions s
            join identity.people p on p.id = s.person_id
            left join identity.accounts a on a.person_id = p.id
            where s.token_hash = $1
              and s.expires_at > $2
              and s.last_seen_at > $3
              and p.is_active
            """, Secrets.Hash(secret), now, now - SessionRule.Idle);
        var found = (await command.ListAsync(row => (Actor: Read(row, isReadOnly: false, mustChangePassword: row.GetBoolean(10)), SeenAt: row.GetFieldValue<DateTimeOffset>(9)), cancellation)).SingleOrDefault();
        if (found.Actor is { } actor && now - found.SeenAt >= SessionRule.SeenPrecision)
        {
            await database.ExecuteAsync("update identity.sessions set last_seen_at = $2 where id = $1", [actor.Credential, now], cancellation);
        }
        return found.Actor;
    }

    public async Task<Actor?> OfTokenAsync(string secret, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = database.Command(
            $"""
            select {ActorRow.Columns}, t.id, t.last_used_at, t.may_write
            from identity.tokens t
            join identity.people p on p.id = t.person_id
            where t.token_hash = $1
              and t.expires_at > $2
              and p.is_active
            """, Secrets.Hash(secret), now);
        var found = (await command.ListAsync(row => (Actor: Read(row, isReadOnly: !row.GetBoolean(10), mustChangePassword: false), UsedAt: row.Get<DateTimeOffset?>(9)), cancellation)).SingleOrDefault();
        if (found.Actor is { } actor && !(now - found.UsedAt < SessionRule.SeenPrecision))
        {
            await database.ExecuteAsync("update identity.tokens set last_used_at = $2 where id = $1", [actor.Credential, now], cancellation);
        }
        return found.Actor;
    }

    private Actor Read(NpgsqlDataReader row, bool isReadOnly, bool mustChangePassword) =>
        ActorRow.Read(row, permissions, row.GetGuid(8), isReadOnly, mustChangePassword ? ChangePassword.Path : null);
}
