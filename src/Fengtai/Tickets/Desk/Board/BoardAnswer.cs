using Fengtai.Catalog;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>The board for programs.</summary>
/// <param name="AsOf">When it was counted: ages and deadlines are told from it.</param>
/// <param name="TimeZone">Whose days and hours these are (IANA).</param>
internal sealed record BoardAnswer(DateTimeOffset AsOf, string TimeZone, BoardOpenAnswer Open, BoardPastAnswer Past, IReadOnlyList<BoardLoadAnswer> Teams, IReadOnlyList<BoardLoadAnswer> Categories)
{
    public static BoardAnswer Of(BoardModel model) => new(
        model.AsOf,
        model.Zone.Id,
        BoardOpenAnswer.Of(model),
        BoardPastAnswer.Of(model),
        [.. model.Teams.Select(BoardLoadAnswer.Of)],
        [.. model.Categories.Select(BoardLoadAnswer.Of)]);
}

/// <param name="Tickets">Where exactly these are listed.</param>
internal sealed record FigureAnswer(int Count, string Tickets)
{
    public static FigureAnswer Of(BoardFigure figure) => new(figure.Count, figure.Tickets);
}

/// <param name="Key">A word of the API: a reason, an age.</param>
internal sealed record KeyedAnswer(string Key, int Count, string Tickets)
{
    public static KeyedAnswer Of(BoardRow row) => new(row.Word, row.Tickets.Count, row.Tickets.Tickets);
}

internal sealed record BoardStateAnswer(string Status, string Priority, int Count, string Tickets);

/// <summary>What is open now.</summary>
internal sealed record BoardOpenAnswer(
    FigureAnswer All, FigureAnswer New, FigureAnswer Unassigned, FigureAnswer Waiting, FigureAnswer DueSoon, FigureAnswer Overdue, FigureAnswer Incomplete, FigureAnswer OutOfScope,
    IReadOnlyList<BoardStateAnswer> States, IReadOnlyList<KeyedAnswer> WaitReasons, IReadOnlyList<KeyedAnswer> Ages)
{
    public static BoardOpenAnswer Of(BoardModel model) => new(
        FigureAnswer.Of(model.Open),
        FigureAnswer.Of(model.Fresh),
        FigureAnswer.Of(model.Unassigned),
        FigureAnswer.Of(model.OnHold),
        FigureAnswer.Of(model.DueSoon),
        FigureAnswer.Of(model.Overdue),
        FigureAnswer.Of(model.Incomplete),
        FigureAnswer.Of(model.OutOfScope),
        [.. model.States.SelectMany(l => l.ByPriority.Zip(Enum.GetValues<Priority>(), (f, p) => new BoardStateAnswer(Words.Of(l.Status), Words.Of(p), f.Count, f.Tickets)))],
        [.. model.Waiting.Select(KeyedAnswer.Of)],
        [.. model.Ages.Select(KeyedAnswer.Of)]);
}

/// <param name="From">Included.</param>
/// <param name="To">Excluded.</param>
internal sealed record BoardStretchAnswer(DateTimeOffset From, DateTimeOffset To, FigureAnswer Opened, FigureAnswer Solved)
{
    public static BoardStretchAnswer Of(BoardStretch stretch) => new(stretch.From.ToUniversalTime(), stretch.To.ToUniversalTime(), FigureAnswer.Of(stretch.Opened), FigureAnswer.Of(stretch.Solved));
}

/// <param name="Percent">With one decimal; absent where the whole is nothing.</param>
internal sealed record BoardShareAnswer(decimal? Percent, FigureAnswer Part, FigureAnswer Whole)
{
    public static BoardShareAnswer Of(BoardShare share) => new(share.Percent, FigureAnswer.Of(share.Part), FigureAnswer.Of(share.Whole));
}

/// <summary>What was opened and solved.</summary>
/// <param name="First">The first day of the period, included.</param>
/// <param name="Last">The last day, included.</param>
internal sealed record BoardPastAnswer(
    DateOnly First, DateOnly Last, FigureAnswer Opened, FigureAnswer Solved, BoardShareAnswer FirstContact, BoardShareAnswer Reopened,
    IReadOnlyList<BoardStretchAnswer> Days, IReadOnlyList<BoardStretchAnswer> HoursOfToday)
{
    public static BoardPastAnswer Of(BoardModel model) => new(
        model.Period.First,
        model.Period.Last,
        FigureAnswer.Of(model.Opened),
        FigureAnswer.Of(model.Solved),
        BoardShareAnswer.Of(model.FirstContact),
        BoardShareAnswer.Of(model.Reopened),
        [.. model.Days.Select(BoardStretchAnswer.Of)],
        [.. model.Hours.Select(BoardStretchAnswer.Of)]);
}

/// <param name="Code">Absent for those that have none.</param>
internal sealed record BoardLoadAnswer(
    string? Code, string Name, FigureAnswer Open, FigureAnswer OpenedToday, FigureAnswer OpenedThisWeek, FigureAnswer SolvedToday, FigureAnswer SolvedThisWeek)
{
    public static BoardLoadAnswer Of(BoardLoad load) => new(
        load.Code,
        load.Name,
        FigureAnswer.Of(load.Open),
        FigureAnswer.Of(load.OpenedToday),
        FigureAnswer.Of(load.OpenedThisWeek),
        FigureAnswer.Of(load.SolvedToday),
        FigureAnswer.Of(load.SolvedThisWeek));
}
