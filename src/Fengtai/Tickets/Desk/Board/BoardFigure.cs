using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>A number of tickets, and the filter that finds exactly these.</summary>
public sealed record BoardFigure(int Count)
{
    internal IReadOnlyList<FilterTerm> Terms { get; init; } = [];

    /// <summary>The queue with these tickets.</summary>
    public string Href => new QueueAddress { View = QueueView.All, Terms = Terms }.Href;

    /// <summary>The same from the API.</summary>
    public string Tickets => $"/api/v1/tickets?{FilterTexts.Write(Terms.SelectMany(t => t.Parameters))}";
}

/// <summary>A figure of several of a kind.</summary>
/// <param name="Word">The kind for programs.</param>
/// <param name="Name">The kind in the reader's words.</param>
public sealed record BoardRow(string Word, string Name, BoardFigure Tickets);

/// <summary>One part of a whole.</summary>
public sealed record BoardShare(BoardFigure Part, BoardFigure Whole)
{
    /// <summary>Null of nothing.</summary>
    public decimal? Percent => Shares.Percent(Part.Count, Whole.Count);
}

/// <summary>What was opened and solved within a day or an hour.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Excluded.</param>
public sealed record BoardStretch(DateTimeOffset From, DateTimeOffset To, BoardFigure Opened, BoardFigure Solved);

/// <summary>What a team or category has, gets and gets done.</summary>
/// <param name="Code">Null for those that have none.</param>
public sealed record BoardLoad(string? Code, string Name)
{
    public BoardFigure Open { get; init; } = new(0);

    public BoardFigure OpenedToday { get; init; } = new(0);

    public BoardFigure OpenedThisWeek { get; init; } = new(0);

    public BoardFigure SolvedToday { get; init; } = new(0);

    public BoardFigure SolvedThisWeek { get; init; } = new(0);

    public bool IsIdle => Open.Count + OpenedThisWeek.Count + SolvedThisWeek.Count == 0;
}

/// <summary>The open tickets of a state, by priority.</summary>
public sealed record BoardLine(TicketStatus Status, IReadOnlyList<BoardFigure> ByPriority, BoardFigure All);
