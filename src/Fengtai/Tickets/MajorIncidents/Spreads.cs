using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>Sends something on its way to many children. A job brings it to them in batches, in the order in which it was sent.</summary>
internal sealed class Spreads(Work work, NpgsqlDataSource database)
{
    private const int Shown = 5;

    /// <summary>As part of the work that gives reason to it.</summary>
    public void Send(Ticket parent, SpreadKind kind, string? text, IReadOnlyCollection<Guid> children, Actor by)
    {
        if (children.Count == 0)
        {
            return;
        }
        var spread = new Spread { Id = Guid.CreateVersion7(), TicketId = parent.Id, Kind = kind, Text = text, At = work.Now, ById = by.PersonId };
        work.Db.Add(spread);
        work.Db.AddRange(children.Select(c => new SpreadChild { SpreadId = spread.Id, TicketId = c }));
        work.Enqueue(SpreadJob.Kind, new SpreadJob.Data(parent.Id));
    }

    /// <summary>The children that are still open.</summary>
    public Task<List<Guid>> OpenChildrenAsync(Guid parent, CancellationToken cancellation) =>
        work.Db.Set<Ticket>()
            .Where(t => t.ParentId == parent && t.Status != TicketStatus.Closed && t.Status != TicketStatus.Cancelled)
            .OrderBy(t => t.Number)
            .Select(t => t.Id)
            .ToListAsync(cancellation);

    /// <summary>The last ones, the newest first: how many each has reached, and which it could not.</summary>
    public async Task<IReadOnlyList<SpreadProgress>> ProgressAsync(Guid parent, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select s.kind, s.at,
                   count(*) filter (where c.state = 'done')::int,
                   count(*) filter (where c.state = 'refused')::int,
                   count(*)::int,
                   (array_agg(t.number order by t.number) filter (where c.state = 'refused'))[1:10],
                   (array_agg(c.refusal order by t.number) filter (where c.state = 'refused'))[1:10]
            from (select * from tickets.spreads where ticket_id = $1 order by position desc limit $2) s
            join tickets.spread_children c on c.spread_id = s.id
            join tickets.tickets t on t.id = c.ticket_id
            group by s.id, s.position, s.kind, s.at
            order by s.position desc
            """, parent, Shown);
        return await command.ListAsync(
            row => new SpreadProgress(
                Words.Parse<SpreadKind>(row.GetString(0)), row.GetFieldValue<DateTimeOffset>(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4),
                [.. (row.Get<long[]>(5) ?? []).Zip(row.Get<string[]>(6) ?? [], (number, refusal) => new RefusedChild(number, refusal))]),
            cancellation);
    }
}
