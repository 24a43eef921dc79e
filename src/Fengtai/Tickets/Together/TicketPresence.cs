using System.Collections.Concurrent;
using Fengtai.Platform.Data;
using Fengtai.Platform.Live;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets.Together;

/// <summary>
/// Who has which ticket open: this node's pages in memory, everybody's in a small table with a lease. Pages of a node that died leave
/// it when their lease is over; a page that is closed leaves at once.
/// </summary>
internal sealed class TicketPresence(NpgsqlDataSource database, TimeProvider time) : ITopicPresence
{
    private readonly ConcurrentDictionary<string, OpenPage> _pages = new(StringComparer.Ordinal);

    public string SubjectKind => TicketEvent.SubjectKind;

    /// <summary>This node's pages by ticket.</summary>
    public ILookup<Guid, string> Pages => _pages.ToLookup(p => p.Value.Visit.Subject, p => p.Key);

    public async Task ComeAsync(Visit visit, CancellationToken cancellation)
    {
        if (_pages.TryGetValue(visit.Page, out var before) && before.Visit.Subject == visit.Subject)
        {
            before.CameAt = time.GetUtcNow();
            return;
        }
        var page = new OpenPage(visit) { CameAt = time.GetUtcNow() };
        _pages[visit.Page] = page;
        await WriteAsync(page, cancellation);
    }

    public async Task WriteAsync(string page, bool isWriting, CancellationToken cancellation)
    {
        if (_pages.TryGetValue(page, out var open))
        {
            open.WritesUntil = isWriting ? time.GetUtcNow() + ITopicPresence.WritingHolds : default;
            if (PresenceTimes.MustWrite(open.WrittenAs, isWriting, time.GetUtcNow() - open.WrittenAt))
            {
                await WriteAsync(open, cancellation);
            }
        }
    }

    public async Task GoAsync(string page)
    {
        if (_pages.TryRemove(page, out _))
        {
            try
            {
                await database.ExecuteAsync("delete from tickets.presence where page = $1", [page]);
            }
            catch (NpgsqlException)
            {
                // the database is away; its lease ends by itself
            }
        }
    }

    /// <summary>Says of all pages of this node that they are still open, where that is due.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var (page, open) in _pages)
        {
            if (now - open.CameAt > PresenceTimes.SightHolds)
            {
                await GoAsync(page);
            }
        }
        var due = _pages.Values.Where(p => PresenceTimes.MustWrite(p.WrittenAs, p.IsWriting(now), now - p.WrittenAt)).ToList();
        if (due.Count > 0)
        {
            await WriteAsync(due, now, cancellation);
        }
    }

    /// <summary>Who is at each of these tickets, on whatever node; those that nobody is at are left out.</summary>
    public async Task<ILookup<Guid, (Guid Person, bool IsWriting)>> AtAsync(IReadOnlyCollection<Guid> tickets, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select ticket_id, person_id, bool_or(is_writing)
            from tickets.presence
            where ticket_id = any ($1)
              and until > $2
            group by ticket_id, person_id
            order by ticket_id, person_id
            """, tickets.ToArray(), time.GetUtcNow());
        return (await command.ListAsync(row => (Ticket: row.GetGuid(0), Who: (row.GetGuid(1), row.GetBoolean(2))), cancellation)).ToLookup(r => r.Ticket, r => r.Who);
    }

    private Task WriteAsync(OpenPage page, CancellationToken cancellation) => WriteAsync([page], time.GetUtcNow(), cancellation);

    private async Task WriteAsync(IReadOnlyList<OpenPage> pages, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var page in pages)
        {
            (page.WrittenAt, page.WrittenAs) = (now, page.IsWriting(now));
        }
        await database.ExecuteAsync(
            """
            insert into tickets.presence (page, ticket_id, person_id, is_writing, until)
            select page, ticket_id, person_id, is_writing, $5
            from unnest($1::text[], $2::uuid[], $3::uuid[], $4::boolean[]) as pages (page, ticket_id, person_id, is_writing)
            order by page
            on conflict on constraint presence_pk do update
                set ticket_id = excluded.ticket_id,
                    is_writing = excluded.is_writing,
                    until = excluded.until
            """,
            [
                pages.Select(p => p.Visit.Page).ToArray(), pages.Select(p => p.Visit.Subject).ToArray(),
                pages.Select(p => p.Visit.Actor.Id).ToArray(), pages.Select(p => p.WrittenAs).ToArray(), now + PresenceTimes.Lease,
            ],
            cancellation);
    }

    private sealed class OpenPage(Visit visit)
    {
        public Visit Visit => visit;

        /// <summary>When it last showed that it may see the ticket.</summary>
        public DateTimeOffset CameAt { get; set; }

        public DateTimeOffset WritesUntil { get; set; }

        public DateTimeOffset WrittenAt { get; set; }

        /// <summary>Whether somebody was writing there when it was last written.</summary>
        public bool WrittenAs { get; set; }

        public bool IsWriting(DateTimeOffset now) => now < WritesUntil;
    }
}
