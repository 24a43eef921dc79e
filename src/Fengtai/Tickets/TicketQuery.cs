using System.Globalization;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Search;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets;

/// <summary>Writes the conditions of a filter as SQL on <c>tickets.tickets t</c>, with its parameters.</summary>
/// <param name="matches">The tickets that hold certain words, where somebody has looked (<see cref="WordMatches"/>).</param>
internal sealed class TicketQuery(Actor actor, IReadOnlyDictionary<string, Guid[]>? matches = null)
{
    /// <summary>As the partial indexes say it: the planner must be able to see that they hold the wanted rows.</summary>
    public const string IsOpen = "t.status not in ('closed', 'cancelled')";

    // as its index says it
    private const string HasNoEngineer = "t.assignee_id is null and t.status in ('accepted', 'assigned', 'inProgress', 'waiting')";

    private readonly List<object> _values = [];

    public string Add(object value)
    {
        _values.Add(value);
        return "$" + _values.Count.ToString(CultureInfo.InvariantCulture);
    }

    public NpgsqlCommand Command(NpgsqlDataSource source, string sql) => source.Command(sql, _values.ToArray());

    public NpgsqlCommand Command(NpgsqlConnection connection, string sql) => connection.Command(sql, _values.ToArray());

    public NpgsqlBatchCommand BatchCommand(string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in _values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return command;
    }

    /// <summary>What the actor may see of what the filter wants.</summary>
    public IEnumerable<string> Where(TicketFilter filter) => [TicketSight.Condition(actor, Add), .. Conditions(filter)];

    public IEnumerable<string> Conditions(TicketFilter filter) =>
        [.. filter.MeansOpen ? [IsOpen] : Array.Empty<string>(), .. Narrowing(filter)];

    /// <summary>The same where it is said already that only open tickets are looked at; <c>true</c> where that is all.</summary>
    public string AmongOpen(TicketFilter filter) => string.Join(" and ", Narrowing(filter).DefaultIfEmpty("true"));

    private IEnumerable<string> Narrowing(TicketFilter filter) => filter.Conditions.Where(c => c != TicketFilter.IsOpen).Select(Condition);

    private string Condition(TicketCondition condition)
    {
        var holds = Holds(condition);
        // "is not true": what has no value is not that value either
        return condition.IsNot ? $"({holds}) is not true" : $"({holds})";
    }

    private string Holds(TicketCondition condition) => condition switch
    {
        LacksAnEngineer => HasNoEngineer,
        InStatus { Statuses: var statuses } => Among("t.status", statuses.Select(s => Words.Of(s)).ToArray()),
        HasWord c => Among(Column(c.Field), c.Words.ToArray(), c.OrNone ? $"{Column(c.Field)} is null" : null),
        RefersTo c => Among(
            Column(c.Field),
            c.Ids.ToArray(),
            c.MembersOf.Count > 0 ? PersonConditions.MemberOf(Column(c.Field), Add(c.MembersOf.ToArray())) : null,
            c.OrNone ? $"{Column(c.Field)} is null" : null),
        RequesterIsOf { Field: FilterField.Department } c => Or(
            c.Values.Count > 0 ? PersonConditions.OfDepartment("t.requester_id", Add(c.Values.ToArray())) : null,
            c.OrNone ? PersonConditions.OfNoDepartment("t.requester_id") : null),
        RequesterIsOf c => Or(
            c.Values.Count > 0 ? PersonConditions.AtSite("t.requester_id", Add(c.Values.ToArray())) : null,
            c.OrNone ? PersonConditions.AtNoSite("t.requester_id") : null),
        IsSo c => So(c.Field),
        IsSoon { At: var at } => $"t.next_soon_at < {Add(at)}",
        Never c => $"{Column(c.Field)} is null",
        Within c => In(c),
        IsFor { Person: var person } => $"t.requester_id = {Add(person)} or t.reported_by_id = {Add(person)}",
        WatchedBy c => Watched(c),
        Speaks { Words: var words } => Says(words),
        _ => throw new InvalidOperationException($"No SQL for {condition.GetType().Name}."),
    };

    /// <summary>Who watches a ticket is for those to know who read it as staff.</summary>
    private string Watched(WatchedBy condition)
    {
        var who = Or(
            condition.People.Count > 0 ? $"w.person_id = any ({Add(condition.People.ToArray())})" : null,
            condition.MembersOf.Count > 0 ? PersonConditions.MemberOf("w.person_id", Add(condition.MembersOf.ToArray())) : null);
        var watched = who.Length > 0 ? $"t.id in (select w.ticket_id from tickets.watchers w where {who})" : "false";
        return actor.May(TicketPermissions.ReadAll) ? watched
            : actor.May(TicketPermissions.Work) ? $"(t.assignee_id = {Add(actor.Id)} or t.team_id = any ({Add(actor.Teams.ToArray())})) and {watched}"
            : "false";
    }

    /// <summary>One of the values, or what else is said. One value alone is written as such: then an index is read in its order.</summary>
    private string Among<T>(string column, T[] values, params string?[] others) where T : notnull
    {
        var more = Or(others);
        return values switch
        {
            [] when more.Length > 0 => more,
            [var only] => Or($"{column} = {Add(only)}", more),
            _ => Or($"{column} = any ({Add(values)})", more),
        };
    }

    private static string Or(params string?[] alternatives) => string.Join(" or ", alternatives.Where(a => !string.IsNullOrEmpty(a)));

    private string In(Within within)
    {
        // as the indexes and orders say it; what has no such moment lies outside of every period
        var (column, missing) = within.Field switch
        {
            FilterField.Due => (TicketOrder.Due, "infinity"),
            FilterField.Resolved => (TicketOrder.Resolved, "-infinity"),
            FilterField.Closed => (TicketOrder.Closed, "-infinity"),
            _ => (Column(within.Field), null),
        };
        List<string> sides = [];
        if (within.Period.From is { } from)
        {
            sides.Add($"{column} >= {Add(from)}");
        }
        if (within.Period.To is { } to)
        {
            sides.Add($"{column} < {Add(to)}");
        }
        if (missing is not null)
        {
            sides.Add($"{column} <> '{missing}'");
        }
        return string.Join(" and ", sides);
    }

    private static string So(FilterField field) => field switch
    {
        FilterField.Vip => PersonConditions.IsVip("t.requester_id"),
        FilterField.Unanswered => $"t.unanswered_since is not null and {IsOpen}",
        FilterField.Incomplete => "t.missing_answers <> '{}'",
        FilterField.Reopened => "t.reopen_count > 0",
        FilterField.Urged => "t.urge_count > 0",
        // what was put back to work since is not solved
        FilterField.FirstContact => "t.first_contact and t.resolved_at is not null",
        FilterField.OutOfScope => "t.out_of_scope",
        FilterField.Afterwards => "t.entered_afterwards",
        FilterField.Major => "t.is_major",
        _ => throw new InvalidOperationException($"{field} is no flag."),
    };

    /// <summary>
    /// By number, or by words; somebody who does not see everything finds internal words only in what they work on, and
    /// what came with a request only where it is theirs: who follows it finds it by its conversation. Who sees everything searches all: there a list of ids can be joined with any order, an alternative would read every ticket.
    /// </summary>
    private string Says(string words)
    {
        var byNumber = long.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"number = {Add(number)}" : null;
        if (SearchText.Query(words) is not { } terms)
        {
            return byNumber is null ? "false" : "t." + byNumber;
        }
        // how many an array of a question's own holds the planner does not know: it takes the index
        var isMatch = matches?.GetValueOrDefault(words) is { } ids ? $"t.id = any (array(select unnest({Add(ids)}::uuid[])))" : null;
        if (isMatch is not null && actor.May(TicketPermissions.ReadAll))
        {
            return isMatch;
        }
        var speaks = $"s.words @@ {Add(terms)}::tsquery";
        if (actor.May(TicketPermissions.ReadAll))
        {
            return byNumber is null
                ? $"exists (select from tickets.search s where s.ticket_id = t.id and {speaks})"
                : $"t.id in (select id from tickets.tickets where {byNumber} union all select s.ticket_id from tickets.search s where {speaks})";
        }
        var me = Add(actor.Id);
        var isPublic = $"s.is_public and (s.part_id <> t.id or t.requester_id = {me} or t.reported_by_id = {me})";
        var sight = actor.May(TicketPermissions.Work) ? $"({isPublic} or t.assignee_id = {me} or t.team_id = any ({Add(actor.Teams.ToArray())}))" : $"({isPublic})";
        var byWords = $"exists (select from tickets.search s where s.ticket_id = t.id and {speaks} and {sight})";
        var found = byNumber is null ? byWords : $"t.{byNumber} or {byWords}";
        return isMatch is null ? found : $"{isMatch} and ({found})";
    }

    private static string Column(FilterField field) => field switch
    {
        FilterField.Priority => "t.priority",
        FilterField.Type => "t.type",
        FilterField.Category => "t.category_id",
        FilterField.Team => "t.team_id",
        FilterField.Assignee => "t.assignee_id",
        FilterField.Owner => "t.owner_id",
        FilterField.Requester => "t.requester_id",
        FilterField.ReportedBy => "t.reported_by_id",
        FilterField.Channel => "t.channel",
        FilterField.Impact => "t.impact",
        FilterField.Urgency => "t.urgency",
        FilterField.WaitReason => "t.wait_reason",
        FilterField.CloseCode => "t.close_code",
        FilterField.Due => "t.next_due_at",
        FilterField.Opened => "t.opened_at",
        FilterField.Updated => "t.updated_at",
        FilterField.Resolved => "t.resolved_at",
        FilterField.Closed => "t.closed_at",
        _ => throw new InvalidOperationException($"{field} is no column."),
    };
}
