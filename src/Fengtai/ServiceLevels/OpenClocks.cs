using System.Runtime.CompilerServices;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Fengtai.ServiceLevels;

/// <summary>Which open clocks depend on a calendar, or are promised by a policy or agreement?</summary>
internal sealed class OpenClocks(NpgsqlDataSource database, FengtaiDb db)
{
    public async Task<int> CountAsync(Guid? calendar, Guid? policy, Guid? agreement, CancellationToken cancellation)
    {
        await using var command = database.Command($"select count(*)::integer from service_levels.clocks c where {Concerned("$1", "$2", "$3")}", calendar, policy, agreement);
        return (await command.ListAsync(row => row.GetInt32(0), cancellation))[0];
    }

    /// <summary>The next so many tickets that have such clocks, after one of them, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Guid>> TicketsAsync(Guid? calendar, Guid? policy, Guid? agreement, Guid after, int most, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select distinct c.ticket_id
            from service_levels.clocks c
            where {Concerned("$1", "$2", "$3")}
              and c.ticket_id > $4
            order by c.ticket_id
            limit $5
            """, calendar, policy, agreement, after, most);
        return await command.ListAsync(row => row.GetGuid(0), cancellation);
    }

    /// <summary>All of them, one after the other, as they come.</summary>
    public IAsyncEnumerable<Clock> AllAsync(Guid? calendar = null, Guid? policy = null, Guid? agreement = null) =>
        db.Set<Clock>().FromSql(FormattableStringFactory.Create("select c.* from service_levels.clocks c where " + Concerned("{0}", "{1}", "{2}"), Given(calendar), Given(policy), Given(agreement))).AsNoTracking().AsAsyncEnumerable();

    private static NpgsqlParameter Given(Guid? id) => new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    // any turn: what passed by an earlier target of the clock counts by that one's calendar
    private static string Concerned(string calendar, string policy, string agreement) =>
        $"c.stopped_at is null and ({calendar}::uuid is null or c.turns @> jsonb_build_array(jsonb_build_object('target', jsonb_build_object('calendar', {calendar}::text)))) and ({policy}::uuid is null or c.policy_id = {policy}) and ({agreement}::uuid is null or c.agreement_id = {agreement})";
}
