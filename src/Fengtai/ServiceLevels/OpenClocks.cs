using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.ServiceLevels;

/// <summary>Which open clocks depend on a calendar, or are promised by a policy or agreement?</summary>
internal sealed class OpenClocks(NpgsqlDataSource database)
{
    // any turn: what passed by an earlier target of the clock counts by that one's calendar
    private const string Concerned = "c.stopped_at is null and ($1::uuid is null or c.turns @> jsonb_build_array(jsonb_build_object('target', jsonb_build_object('calendar', $1::text)))) and ($2::uuid is null or c.policy_id = $2) and ($3::uuid is null or c.agreement_id = $3)";

    public async Task<int> CountAsync(Guid? calendar, Guid? policy, Guid? agreement, CancellationToken cancellation)
    {
        await using var command = database.Command($"select count(*)::integer from service_levels.clocks c where {Concerned}", calendar, policy, agreement);
        return (await command.ListAsync(row => row.GetInt32(0), cancellation))[0];
    }

    /// <summary>The next so many tickets that have such clocks, after one of them, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Guid>> TicketsAsync(Guid? calendar, Guid? policy, Guid? agreement, Guid after, int most, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select distinct c.ticket_id
            from service_levels.clocks c
            where {Concerned}
              and c.ticket_id > $4
            order by c.ticket_id
            limit $5
            """, calendar, policy, agreement, after, most);
        return await command.ListAsync(row => row.GetGuid(0), cancellation);
    }
}
