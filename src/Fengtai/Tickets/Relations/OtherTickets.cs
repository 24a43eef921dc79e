using System.Globalization;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Fengtai.Platform.Data;

namespace Fengtai.Tickets.Relations;

/// <summary>Finds the other tickets that an act concerns.</summary>
internal sealed class OtherTickets(NpgsqlDataSource database)
{
    /// <summary>The ticket that staff named; one that they may not read as staff is unknown to them.</summary>
    public static async Task<Result<Ticket>> FindAsync(string field, long? number, ActContext context)
    {
        if (number is null)
        {
            return new Missing(field);
        }
        var by = context.By.Actor;
        var other = await context.Work.Db.Set<Ticket>().VisibleTo(by).SingleOrDefaultAsync(t => t.Number == number, context.Cancellation);
        return other is not null && Standing.Of(by, other).SeesInternals ? other : new UnknownValue(field, number.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Where a ticket goes on after all merges; the ticket itself where it was not merged.</summary>
    public async Task<Ticket> SurvivorOfAsync(Ticket ticket, ActContext context)
    {
        if (ticket.MergedIntoId is null)
        {
            return ticket;
        }
        var id = await SurvivorOfAsync(ticket.Id, context.Cancellation);
        return (await context.Work.Db.FindAsync<Ticket>([id], context.Cancellation))!;
    }

    public async Task<Guid> SurvivorOfAsync(Guid ticket, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            with recursive way (id, into_id) as (
                select t.id, t.merged_into_id from tickets.tickets t where t.id = $1
                union all
                select t.id, t.merged_into_id from way join tickets.tickets t on t.id = way.into_id)
            select id from way where into_id is null
            """, ticket);
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The ticket and all that went on in it, however many merges ago.</summary>
    public async Task<IReadOnlyList<Guid>> MergedIntoAsync(Guid ticket, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            with recursive merged (id) as (
                select $1::uuid
                union all
                select t.id from merged join tickets.tickets t on t.merged_into_id = merged.id)
            select id from merged
            """, ticket);
        return await command.ListAsync(row => row.GetGuid(0), cancellation);
    }

    /// <summary>What stands above a parent and hangs below a child. Families are few levels deep by rule.</summary>
    public async Task<Family> FamilyAsync(Guid child, Guid parent, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            with recursive above (id, parent_id, level) as (
                select t.id, t.parent_id, 0 from tickets.tickets t where t.id = $2
                union all
                select t.id, t.parent_id, above.level + 1 from above join tickets.tickets t on t.id = above.parent_id where above.level < 10),
            below (id, level) as (
                select $1::uuid, 0
                union all
                select t.id, below.level + 1 from below join tickets.tickets t on t.parent_id = below.id where below.level < 10)
            select (select max(level) from above), (select max(level) from below), exists (select from above where id = $1)
            """, child, parent);
        return (await command.ListAsync(row => new Family(row.GetInt32(0), row.GetInt32(1), row.GetBoolean(2)), cancellation))[0];
    }
}
