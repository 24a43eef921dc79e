namespace Fengtai.ServiceLevels;

/// <summary>A stretch of a clock's life. All of them tile it without gap or overlap.</summary>
/// <param name="Reason">Why it counts not (<c>outsideHours</c>, <c>dayOff</c>, <c>dayOfReceipt</c>, <c>awaitingConfirmation</c>, <c>elsewhere</c>, or the word of a wait); null where it counts.</param>
public sealed record LedgerLine(DateTimeOffset From, DateTimeOffset To, bool Counted, string? Reason);
