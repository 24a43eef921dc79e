using System.Threading.Channels;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Fengtai.Tickets;

/// <summary>
/// Remembers who opened which ticket, beside the request and several at once, so that opening costs no more for it.
/// A look that is lost when a node dies, or while the database is away, is missed by nobody.
/// </summary>
internal sealed partial class RememberSeen(NpgsqlDataSource database, TimeProvider time, ILogger<RememberSeen> log) : BackgroundService
{
    /// <summary>So many are kept per person.</summary>
    public const int Kept = 50;

    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private const int MostAtOnce = 500;

    private readonly Channel<SeenTicket> _looks = System.Threading.Channels.Channel.CreateBounded<SeenTicket>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Look(Actor actor, Guid ticket)
    {
        if (actor.PersonId is { } person)
        {
            _looks.Writer.TryWrite(new() { PersonId = person, TicketId = ticket, SeenAt = time.GetUtcNow() });
        }
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _looks.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    // ends when the channel is completed and empty, so that a stop loses nothing
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _looks.Reader.WaitToReadAsync(CancellationToken.None))
        {
            // several at once; at the end, what is there
            await Task.Delay(Gathering, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var looks = new List<SeenTicket>();
            while (looks.Count < MostAtOnce && _looks.Reader.TryRead(out var look))
            {
                looks.Add(look);
            }
            try
            {
                await WriteAsync(looks);
            }
            catch (NpgsqlException e)
            {
                NotRemembered(log, looks.Count, e.Message);
            }
            catch (ObjectDisposedException)
            {
                // the application ended without stopping first
                return;
            }
        }
    }

    private async Task WriteAsync(List<SeenTicket> looks)
    {
        var people = looks.Select(l => l.PersonId).ToArray();
        await database.ExecuteAsync(
            """
            insert into tickets.seen (person_id, ticket_id, seen_at)
            select person_id, ticket_id, max(seen_at)
            from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as looks (person_id, ticket_id, seen_at)
            group by person_id, ticket_id
            order by person_id, ticket_id
            on conflict on constraint seen_pk do update
                set seen_at = greatest(seen.seen_at, excluded.seen_at)
            """,
            [people, looks.Select(l => l.TicketId).ToArray(), looks.Select(l => l.SeenAt).ToArray()]);
        await database.ExecuteAsync(
            """
            delete from tickets.seen
            using unnest($1::uuid[]) as looked (person_id)
            cross join lateral (
                select s.seen_at
                from tickets.seen s
                where s.person_id = looked.person_id
                order by s.seen_at desc
                offset $2
                limit 1
            ) too_many
            where seen.person_id = looked.person_id
              and seen.seen_at <= too_many.seen_at
            """,
            [people.Distinct().ToArray(), Kept]);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} looks at tickets were not remembered: {Reason}")]
    private static partial void NotRemembered(ILogger log, int count, string reason);
}
