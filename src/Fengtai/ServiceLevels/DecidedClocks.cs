using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.ServiceLevels;

/// <summary>Which of the decided clocks.</summary>
[TextKeys("levels.decided")]
public enum DecidedState
{
    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Their time passed.</summary>
    Missed,

    /// <summary>Their time passed and they go on.</summary>
    Open,
}

/// <param name="DecidedAt">When it was done in time, or its time passed.</param>
public sealed record DecidedClock(Clock Clock, Ticket Ticket, string Policy, string? Team, DateTimeOffset DecidedAt)
{
    public Target Target => Clock.Turns.Last(t => t.Target is not null).Target!;
}

/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record DecidedPart(IReadOnlyList<DecidedClock> Clocks, string? Next);

/// <summary>Which clocks are behind a figure of the report? Those decided last come first.</summary>
internal sealed class DecidedClocks(NpgsqlDataSource database, FengtaiDb db, PromiseBook promises, Teams teams)
{
    private const int PageSize = 50;

    public async Task<Result<DecidedPart>> PageAsync(DecidedFilter filter, DecidedState? state, string? after, Actor actor, CancellationToken cancellation)
    {
        var query = new DecidedQuery(filter, actor);
        query.And(state switch
        {
            DecidedState.Met => "c.state = 'met'",
            DecidedState.Missed => "c.state = 'missed'",
            DecidedState.Open => "c.state = 'missed' and c.taken_seconds is null",
            null => "true",
        });
        if (!string.IsNullOrEmpty(after))
        {
            if (Place.Read(after) is not { } place)
            {
                return new UnknownValue("after", after);
            }
            query.And($"(c.decided_at, c.id) < ({query.Add(place.At)}, {query.Add(place.Id)})");
        }
        await using var command = query.Command(database, $"""
            select c.id, c.decided_at
            from {query.From}
            where {query.Where}
            order by c.decided_at desc, c.id desc
            limit {query.Add(PageSize + 1)}
            """);
        var found = await command.ListAsync(row => new Place(row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(0)), cancellation);
        return new DecidedPart(await LoadAsync(found.Take(PageSize).ToList(), actor, cancellation), found.Count > PageSize ? found[PageSize - 1].ToString() : null);
    }

    private async Task<IReadOnlyList<DecidedClock>> LoadAsync(List<Place> places, Actor actor, CancellationToken cancellation)
    {
        var ids = places.ConvertAll(p => p.Id);
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        var wanted = clocks.Values.Select(c => c.TicketId).Distinct().ToList();
        var tickets = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => wanted.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        var (book, names) = (await promises.AllAsync(cancellation), (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => new Wording(t.Name, t.NameEn).ToString()));
        return [.. places.Where(p => clocks.TryGetValue(p.Id, out var c) && tickets.ContainsKey(c.TicketId)).Select(p => Row(p, clocks[p.Id]))];

        DecidedClock Row(Place place, Clock clock) =>
            new(clock, tickets[clock.TicketId], book.TitleOf(clock)?.ToString() ?? "", clock.WorkedBy is { } team ? names.GetValueOrDefault(team) : null, place.At);
    }

    /// <summary>Where a clock stands in the list; written as an opaque cursor.</summary>
    private sealed record Place(DateTimeOffset At, Guid Id)
    {
        public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:N}")));

        public static Place? Read(string cursor)
        {
            if (cursor.Length > 100 || !Base64Url.IsValid(cursor))
            {
                return null;
            }
            return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.') is [var at, var id]
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
                && Guid.TryParseExact(id, "N", out var clock)
                ? new(new(ticks, TimeSpan.Zero), clock)
                : null;
        }
    }
}
