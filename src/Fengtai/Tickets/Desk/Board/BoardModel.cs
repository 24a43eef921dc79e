using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>The board as it is shown; every figure knows its tickets.</summary>
public sealed record BoardModel(BoardAddress Address)
{
    /// <summary>The moment that all ages and deadlines are told from, in whole seconds.</summary>
    public DateTimeOffset AsOf { get; init; }

    /// <summary>Whose days and hours these are.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    internal BoardPeriod Period { get; init; } = new("", default, default);

    public BoardFigure Open { get; init; } = new(0);

    public BoardFigure Fresh { get; init; } = new(0);

    public BoardFigure Unassigned { get; init; } = new(0);

    public BoardFigure OnHold { get; init; } = new(0);

    public BoardFigure DueSoon { get; init; } = new(0);

    public BoardFigure Overdue { get; init; } = new(0);

    public BoardFigure Incomplete { get; init; } = new(0);

    public BoardFigure OutOfScope { get; init; } = new(0);

    /// <summary>The states of open tickets, each by priority.</summary>
    public IReadOnlyList<BoardLine> States { get; init; } = [];

    public IReadOnlyList<BoardFigure> ByPriority { get; init; } = [];

    public IReadOnlyList<BoardRow> Waiting { get; init; } = [];

    /// <summary>The youngest first.</summary>
    public IReadOnlyList<BoardRow> Ages { get; init; } = [];

    public IReadOnlyList<BoardStretch> Days { get; init; } = [];

    /// <summary>Today's, those to come among them.</summary>
    public IReadOnlyList<BoardStretch> Hours { get; init; } = [];

    public BoardFigure Opened { get; init; } = new(0);

    public BoardFigure Solved { get; init; } = new(0);

    public BoardShare FirstContact { get; init; } = new(new(0), new(0));

    public BoardShare Reopened { get; init; } = new(new(0), new(0));

    public IReadOnlyList<BoardLoad> Teams { get; init; } = [];

    public IReadOnlyList<BoardLoad> Categories { get; init; } = [];

    /// <summary>What the filters offer.</summary>
    internal BoardChoices Choices { get; init; } = BoardChoices.None;

    /// <summary>Why there are no figures.</summary>
    public FormErrors? Errors { get; init; }
}

/// <summary>What the board can be narrowed to.</summary>
internal sealed record BoardChoices(IReadOnlyList<Option> Teams, IReadOnlyList<Option> Categories, IReadOnlyList<Option> Sites, IReadOnlyList<Option> Periods)
{
    public static readonly BoardChoices None = new([], [], [], []);
}
