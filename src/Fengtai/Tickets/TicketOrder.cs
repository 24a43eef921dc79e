using System.Globalization;
using System.Text;

namespace Fengtai.Tickets;

/// <summary>What a list is sorted by; the ticket's id breaks ties.</summary>
internal enum TicketSort
{
    /// <summary>Newest first.</summary>
    OpenedAt,

    /// <summary>What is due next, first; what has nothing due, last.</summary>
    NextDue,

    /// <summary>The most urgent first, then what is due next.</summary>
    Priority,

    /// <summary>What changed last, first.</summary>
    UpdatedAt,

    /// <summary>The highest number first.</summary>
    Number,

    /// <summary>What was resolved last, first; what never was, last.</summary>
    ResolvedAt,

    /// <summary>What was closed last, first; what is not, last.</summary>
    ClosedAt,
}

/// <summary>The order of a list: <c>priority</c> in its usual direction, <c>priority.desc</c> turned round. An index serves each in both directions.</summary>
internal readonly record struct TicketOrder(TicketSort By, bool IsTurned = false)
{
    // exactly the expressions of the indexes
    public const string Due = "coalesce(t.next_due_at, 'infinity')";
    public const string Resolved = "coalesce(t.resolved_at, '-infinity')";
    public const string Closed = "coalesce(t.closed_at, '-infinity')";
    private const string Rank = "array_position(array['urgent', 'high', 'normal', 'low'], t.priority)";

    public bool IsAscending => UsuallyAscending(By) != IsTurned;

    public string Word => IsTurned ? $"{Words.Of(By)}.{(IsAscending ? "asc" : "desc")}" : Words.Of(By);

    public static implicit operator TicketOrder(TicketSort by) => new(by);

    public static bool TryParse(string? text, out TicketOrder order)
    {
        order = default;
        if ((text ?? "").Split('.') is not [var word, .. var direction] || direction is not ([] or ["asc"] or ["desc"]) || !Words.TryParse<TicketSort>(word, out var by))
        {
            return false;
        }
        order = new(by, direction is [var given] && given == "asc" != UsuallyAscending(by));
        return true;
    }

    /// <summary>The sort keys with their types.</summary>
    public IReadOnlyList<(string Expression, string Type)> Keys => By switch
    {
        TicketSort.OpenedAt => [("t.opened_at", Moment)],
        TicketSort.UpdatedAt => [("t.updated_at", Moment)],
        TicketSort.NextDue => [(Due, Moment)],
        TicketSort.Priority => [(Rank, Whole), (Due, Moment)],
        TicketSort.Number => [("t.number", Whole)],
        TicketSort.ResolvedAt => [(Resolved, Moment)],
        TicketSort.ClosedAt => [(Closed, Moment)],
    };

    public string Clause(bool backwards)
    {
        var direction = IsAscending != backwards ? "" : " desc";
        return string.Join(", ", Keys.Select(k => k.Expression).Append("t.id").Select(k => k + direction));
    }

    private static bool UsuallyAscending(TicketSort by) => by is TicketSort.NextDue or TicketSort.Priority;

    private const string Moment = "timestamptz";
    private const string Whole = "bigint";

    /// <summary>A place in a list: the sort keys and the id of a ticket. Opaque to everybody else.</summary>
    internal sealed record Cursor(TicketOrder Order, IReadOnlyList<string> Keys, Guid Id)
    {
        public string Write() => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('|', [Order.Word, .. Keys, Id.ToString("N")]))).Replace('+', '-').Replace('/', '_').TrimEnd('=');

        public static Cursor? Read(string text)
        {
            var bytes = new byte[text.Length + 3];
            var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
            return Convert.TryFromBase64String(padded, bytes, out var length)
                && Encoding.UTF8.GetString(bytes, 0, length).Split('|') is [var word, .. var keys, var id]
                && TryParse(word, out var order) && Guid.TryParse(id, out var ticket)
                && keys.Length == order.Keys.Count && keys.Zip(order.Keys).All(k => IsKey(k.First, k.Second.Type))
                ? new(order, keys, ticket)
                : null;
        }

        /// <summary>What lies beyond it, as a condition.</summary>
        public string Beyond(bool backwards, Func<object, string> parameter) =>
            $"({string.Join(", ", Order.Keys.Select(k => k.Expression))}, t.id) {(Order.IsAscending != backwards ? ">" : "<")} "
            + $"({string.Join(", ", Order.Keys.Zip(Keys).Select(k => $"{parameter(k.Second)}::{k.First.Type}"))}, {parameter(Id)})";

        private static bool IsKey(string key, string type) => type == Whole
            ? long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            : key is "infinity" or "-infinity" || DateTimeOffset.TryParse(key, CultureInfo.InvariantCulture, out _);
    }
}
