using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>Which major incidents are going on, and what may everybody read of one? Asked by every page.</summary>
internal sealed class MajorIncidentQuery(NpgsqlDataSource database, Kept<IReadOnlyList<OpenMajorIncident>> kept)
{
    private const int MostShown = 5;

    private const string Columns = "t.id, t.number, m.title, m.declared_at, m.latest_update, m.latest_update_at, t.category_id, t.status";

    /// <summary>Those not solved yet, the newest first.</summary>
    public ValueTask<IReadOnlyList<OpenMajorIncident>> OpenAsync(CancellationToken cancellation) => kept.GetAsync(() => LoadAsync(cancellation));

    /// <summary>The one declared on this ticket; null where there is none, or it was withdrawn.</summary>
    public async Task<OpenMajorIncident?> OfAsync(Guid ticket, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select {Columns}
            from tickets.tickets t
            join tickets.major_incidents m on m.ticket_id = t.id
            where t.id = $1
              and t.is_major
            """, ticket);
        return (await command.ListAsync(Read, cancellation)).FirstOrDefault();
    }

    private async Task<IReadOnlyList<OpenMajorIncident>> LoadAsync(CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select {Columns}
            from tickets.tickets t
            join tickets.major_incidents m on m.ticket_id = t.id
            where t.is_major
              and t.status not in ('resolved', 'closed', 'cancelled')
            order by m.declared_at desc
            limit $1
            """, MostShown);
        return await command.ListAsync(Read, cancellation);
    }

    private static OpenMajorIncident Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt64(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.Get<string>(4), row.Get<DateTimeOffset?>(5), row.Get<Guid?>(6), Words.Parse<TicketStatus>(row.GetString(7)));
}
