using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.ServiceLevels;

/// <summary>
/// How were the agreements kept, month by month? A clock counts in the month in which it was decided: kept when what was promised was done,
/// missed at its deadline. Clocks that were called off, or are not decided yet, count nowhere.
/// </summary>
internal sealed class Compliance(NpgsqlDataSource database, Categories categories)
{
    /// <param name="first">The first day of the first month.</param>
    /// <param name="last">The first day of the last month.</param>
    public async Task<ILookup<Guid, KeptMonth>> OfAsync(IReadOnlyCollection<Agreement> agreements, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var services = agreements.Where(a => a.Kind == AgreementKind.Sla)
            .SelectMany(a => a.Categories.Select(c => tree.Find(c)).OfType<Category>().SelectMany(tree.Below).Distinct().Select(c => (Agreement: a.Id, Category: c.Id))).ToList();
        await using var command = database.Command(
            """
            with asked as (
                select a.*, not (a.categories = '[]' and a.departments = '[]' and a.sites = '[]') as is_limited
                from service_levels.agreements a
                where a.id = any($1)
            ),
            services as (
                select s.agreement_id, s.category_id
                from unnest($5::uuid[], $6::uuid[]) s (agreement_id, category_id)
            ),
            decided as (
                -- the clocks of teams and suppliers are their agreement's
                select a.id, c.state, c.decided_at
                from asked a
                join service_levels.clocks c on c.agreement_id = a.id
                where c.decided_at >= $2::date::timestamp at time zone $4
                  and c.decided_at < ($3::date + interval '1 month') at time zone $4
                union all
                -- what was promised while it is agreed: with everybody for everything, which needs no ticket to be read
                select a.id, c.state, c.decided_at
                from asked a
                join service_levels.clocks c on a.policies ? c.policy_id::text
                where a.kind = 'sla'
                  and c.kind <> 'take'
                  and c.decided_at >= greatest($2::date, a.valid_from)::timestamp at time zone $4
                  and c.decided_at < least($3::date + interval '1 month', a.valid_until + interval '1 day') at time zone $4
                  and not a.is_limited
                union all
                -- or with some, or for some services
                select a.id, c.state, c.decided_at
                from asked a
                join service_levels.clocks c on a.policies ? c.policy_id::text
                join tickets.tickets t on t.id = c.ticket_id
                join identity.people p on p.id = t.requester_id
                left join services s on s.agreement_id = a.id and s.category_id = t.category_id
                where a.kind = 'sla'
                  and c.kind <> 'take'
                  and c.decided_at >= greatest($2::date, a.valid_from)::timestamp at time zone $4
                  and c.decided_at < least($3::date + interval '1 month', a.valid_until + interval '1 day') at time zone $4
                  and a.is_limited
                  and (a.categories = '[]' or s.category_id is not null)
                  and (a.departments = '[]' or a.departments ? p.department)
                  and (a.sites = '[]' or a.sites ? p.site)
            )
            select d.id, date_trunc('month', d.decided_at at time zone $4)::date, count(*) filter (where d.state = 'met')::integer, count(*) filter (where d.state = 'missed')::integer
            from decided d
            group by 1, 2
            order by 2
            """,
            agreements.Select(a => a.Id).ToArray(), first, last, Actor.System.Zone.Id, services.Select(s => s.Agreement).ToArray(), services.Select(s => s.Category).ToArray());
        return (await command.ListAsync(row => (Id: row.GetGuid(0), Kept: new KeptMonth(row.GetFieldValue<DateOnly>(1), row.GetInt32(2), row.GetInt32(3))), cancellation)).ToLookup(r => r.Id, r => r.Kept);
    }
}

/// <param name="Month">Its first day.</param>
public sealed record KeptMonth(DateOnly Month, int Met, int Missed)
{
    public int All => Met + Missed;

    /// <summary>How much of it was kept in time, in per cent with one place, never rounded up to a goal; null where nothing was decided.</summary>
    public decimal? Percent => All == 0 ? null : Math.Floor(Met * 1000m / All) / 10;
}
