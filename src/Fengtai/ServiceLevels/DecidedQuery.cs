using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Zones;
using Fengtai.Tickets;
using Npgsql;

namespace Fengtai.ServiceLevels;

/// <summary>Which decided clocks are asked for.</summary>
/// <param name="Team">Null for all; without a card those that no team had.</param>
internal sealed record DecidedFilter(ReportMonths Months, TimeZoneInfo Zone, ClockKind? Kind, Priority? Priority, ReportTeam? Team, bool ByPriority, bool ByTeam);

/// <summary>Understands the address of the report, in the time zone of its reader.</summary>
internal sealed class DecidedFilters(Teams teams, TimeProvider time)
{
    public async Task<Result<DecidedFilter>> ReadAsync(LevelReportAddress address, Actor actor, CancellationToken cancellation)
    {
        var months = ReportMonths.Read(address.From, address.To, LocalDays.Of(time.GetUtcNow(), actor.Zone));
        List<Refusal> refusals = [.. months.Refusals];
        var (kind, priority, team) = (Word<ClockKind>("kind", address.Kind), Word<Priority>("priority", address.Priority), default(ReportTeam));
        if (!string.IsNullOrEmpty(address.Team))
        {
            team = new(await teams.ByCodeAsync(address.Team, cancellation));
            if (team.Code != address.Team)
            {
                refusals.Add(new UnknownValue("team", address.Team));
            }
        }
        var by = (address.By ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        refusals.AddRange(by.Where(b => b is not (LevelReportAddress.ByPriority or LevelReportAddress.ByTeam)).Take(1).Select(b => new UnknownValue("by", b)));
        return refusals.Count > 0
            ? Result<DecidedFilter>.Refused(refusals)
            : new DecidedFilter(months.Value, actor.Zone, kind, priority, team, by.Contains(LevelReportAddress.ByPriority), by.Contains(LevelReportAddress.ByTeam));

        T? Word<T>(string name, string? word) where T : struct, Enum
        {
            if (string.IsNullOrEmpty(word) || Words.TryParse<T>(word, out var value))
            {
                return string.IsNullOrEmpty(word) ? null : Words.Parse<T>(word);
            }
            refusals.Add(new UnknownValue(name, word));
            return null;
        }
    }
}

/// <summary>The filter as SQL on <c>service_levels.clocks c</c>: clocks on tickets that the actor may see, as <c>clocks_decided</c> holds them.</summary>
internal sealed class DecidedQuery
{
    private readonly List<object> _values = [];
    private readonly List<string> _where = [];

    public DecidedQuery(DecidedFilter filter, Actor actor)
    {
        var borders = filter.Months.Borders(filter.Zone);
        Borders = Add(borders.ToArray());
        And($"c.decided_at >= {Add(borders[0])}");
        And($"c.decided_at < {Add(borders[^1])}");
        var seen = TicketSight.Condition(actor, Add);
        // who sees every ticket is answered by the index alone
        From = seen == TicketSight.Everything ? "service_levels.clocks c" : "service_levels.clocks c join tickets.tickets t on t.id = c.ticket_id";
        And(seen);
        if (filter.Kind is { } kind)
        {
            And($"c.kind = {Add(Words.Of(kind))}");
        }
        if (filter.Priority is { } priority)
        {
            And($"c.priority = {Add(Words.Of(priority))}");
        }
        if (filter.Team is { } team)
        {
            And(team.Card is { } card ? $"c.worked_by = {Add(card.Id)}" : "c.worked_by is null");
        }
    }

    /// <summary>The placeholder of the months' first moments and their end.</summary>
    public string Borders { get; }

    public string From { get; }

    public string Where => string.Join("\n  and ", _where);

    public void And(string condition) => _where.Add(condition);

    public string Add(object value)
    {
        _values.Add(value);
        return "$" + _values.Count.ToString(CultureInfo.InvariantCulture);
    }

    public NpgsqlCommand Command(NpgsqlConnection connection, string sql) => connection.Command(sql, [.. _values]);

    public NpgsqlCommand Command(NpgsqlDataSource database, string sql) => database.Command(sql, [.. _values]);
}
