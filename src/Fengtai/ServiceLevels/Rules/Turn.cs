namespace Fengtai.ServiceLevels.Rules;

/// <summary>What happened to a clock. All its turns in their order are its life: deadline, state and ledger follow from them and the calendars.</summary>
/// <param name="Reason">Of a pause: the wait's word. Of a cancellation: what called it off. Of another end: why it does not count until it goes on; null where the user's answer is waited for. Of any end: that the ticket was reopened since.</param>
/// <param name="Until">Of an earlier deadline taken over.</param>
/// <param name="From">Of an earlier deadline taken over: the ticket whose it was.</param>
internal sealed record Turn(DateTimeOffset At, TurnKind Kind, string? Reason = null, Target? Target = null, DateTimeOffset? Until = null, Guid? From = null);

internal enum TurnKind
{
    /// <summary>With its target.</summary>
    Started,

    Paused,

    Resumed,

    /// <summary>Another target from here on; what has passed and what was paused count on.</summary>
    Retargeted,

    /// <summary>An earlier deadline of another ticket holds here too.</summary>
    Hastened,

    /// <summary>What was promised was done.</summary>
    Stopped,

    /// <summary>There is nothing to be done any more.</summary>
    Cancelled,
}
