using Fengtai.Catalog;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>The counts of a board before anybody has named them.</summary>
/// <param name="AsOf">When they were counted.</param>
internal sealed record BoardNumbers(DateTimeOffset AsOf, OpenNumbers Open, DayNumbers Days, IReadOnlyList<LoadNumber> Opened, IReadOnlyList<LoadNumber> Solved);

/// <summary>What is open. A group in which nothing is, is not there.</summary>
internal sealed record OpenNumbers(ILookup<string, OpenNumber> Groups)
{
    public int Of(TicketStatus status, Priority priority) => Of(State, $"{Words.Of(status)} {Words.Of(priority)}");

    public int Of(string group, string word = "") => Groups[group].Where(n => n.Word == word).Sum(n => n.Count);

    public int Of(string group, Guid? id) => Groups[group].Where(n => n.Id == id).Sum(n => n.Count);

    public const string State = "state";
    public const string Reason = "reason";
    public const string Age = "age";
    public const string Team = "team";
    public const string Category = "category";
    public const string Unassigned = "unassigned";
    public const string DueSoon = "dueSoon";
    public const string Overdue = "overdue";
    public const string OutOfScope = "outOfScope";
    public const string Incomplete = "incomplete";
}

/// <param name="Id">The team or category, in groups by these.</param>
internal sealed record OpenNumber(string Group, string Word, Guid? Id, int Count);

/// <summary>What was opened and solved on each day of the period, the first day first.</summary>
internal sealed record DayNumbers(IReadOnlyList<int> Opened, IReadOnlyList<int> Solved, int AtFirstContact, int AfterReopening);

/// <summary>Opened or solved since Monday.</summary>
/// <param name="Hour">Of today, from 0; -1 is an earlier day.</param>
internal sealed record LoadNumber(Guid? TeamId, Guid? CategoryId, int Hour, int Count);
