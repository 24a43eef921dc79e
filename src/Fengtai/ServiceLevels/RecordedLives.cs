using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Npgsql;

namespace Fengtai.ServiceLevels;

/// <summary>What was done to a ticket at once.</summary>
/// <param name="First">Id of its first event: acts follow each other in this order.</param>
internal sealed record RecordedAct(Guid TicketId, long First, List<Happened> Events);

/// <summary>What happened to tickets, as the log tells it?</summary>
internal sealed class RecordedLives(NpgsqlDataSource database)
{
    // events outlive members
    private static readonly JsonSerializerOptions Stored = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private static readonly FrozenDictionary<string, Type> Kinds = typeof(TicketEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(TicketEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => ((TicketEvent)RuntimeHelpers.GetUninitializedObject(t)).Kind, StringComparer.Ordinal);

    /// <summary>Of these and of those that were merged into them.</summary>
    public async Task<IReadOnlyList<RecordedAct>> OfAsync(IReadOnlyCollection<Guid> tickets, CancellationToken cancellation)
    {
        var (known, acts) = (tickets.ToHashSet(), new List<RecordedAct>());
        for (var wanted = tickets.ToArray(); wanted.Length > 0;)
        {
            var read = await ReadAsync(wanted, cancellation);
            acts.AddRange(read);
            wanted = [.. read.SelectMany(a => a.Events).Select(e => e.Event).OfType<TicketAbsorbed>().Select(e => e.OtherId).Where(known.Add)];
        }
        return [.. acts.OrderBy(a => a.First)];
    }

    /// <summary>One transaction is one act; of what was brought in whole, in one transaction, what happened at one moment.</summary>
    private async Task<List<RecordedAct>> ReadAsync(Guid[] tickets, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select id, xid, at, actor is not null, subject_id, kind, data::text
            from platform.events
            where subject_id = any ($1)
              and subject_kind = $2
            order by id
            """, tickets, TicketEvent.SubjectKind);
        var (acts, latest) = (new List<RecordedAct>(), new Dictionary<Guid, (ulong Transaction, DateTimeOffset At, RecordedAct Act)>());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            if (!Kinds.TryGetValue(rows.GetString(5), out var kind))
            {
                continue;
            }
            var (id, transaction, at, ticket) = (rows.GetInt64(0), rows.GetFieldValue<ulong>(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetGuid(4));
            if (!latest.TryGetValue(ticket, out var last) || (last.Transaction, last.At) != (transaction, at))
            {
                last = latest[ticket] = (transaction, at, new(ticket, id, []));
                acts.Add(last.Act);
            }
            last.Act.Events.Add(new((TicketEvent)JsonSerializer.Deserialize(rows.GetString(6), kind, Stored)!, rows.GetBoolean(3), at));
        }
        return acts;
    }
}
