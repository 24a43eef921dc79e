using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk.Bulk;

/// <summary>The form of an act on many tickets.</summary>
/// <param name="Tickets">Numbers of those that were picked.</param>
/// <param name="List">The list they were picked from, as a query string.</param>
public sealed record BulkForm(BulkAct Act, IReadOnlyList<long> Tickets, string List, Given Given) : ActForm(Given)
{
    /// <summary>How many the whole list holds; null where it holds no more than was picked, or nobody knows.</summary>
    public TicketCount? InList { get; init; }

    /// <summary>More than may be done at once.</summary>
    public bool ListIsTooLong { get; init; }

    /// <summary>Those that may be run.</summary>
    public IReadOnlyList<Option> Macros { get; init; } = [];

    /// <summary>What of it can be undone, in the reader's words.</summary>
    public string Undoing { get; init; } = "";

    public override IEnumerable<CloseCode> CloseCodes =>
        [CloseCode.Duplicate, CloseCode.NotIt, CloseCode.SelfRecovered, CloseCode.Spam, CloseCode.NoAnswer, CloseCode.Recovered];

    /// <summary>Tickets; who may read each of them nobody asks while typing.</summary>
    public override Completes Completes => new(null, TicketPageRoutes.TicketSearchPath);

    public string Back => List.Length > 0 ? $"{QueueAddress.Path}?{List}" : QueueAddress.Path;
}
