namespace Fengtai.Tickets;

/// <summary>处理计划: the user is told what will be done. A word to the user as any answer is.</summary>
public sealed record PlanGiven(string Text) : PublicTicketEvent
{
    public override string Kind => "planned";
}

/// <summary>承诺: the user is told until when to count on something. Kept apart from the deadlines that are computed.</summary>
/// <param name="By">Until then, and not at that moment any more.</param>
public sealed record PromiseMade(string Text, DateTimeOffset By) : PublicTicketEvent
{
    public override string Kind => "promised";

    /// <summary>The time that was promised before and holds no longer; null where no promise was open.</summary>
    public DateTimeOffset? Replaces { get; init; }
}

/// <summary>The user heard from staff, or it was solved: what was promised is done with, in time or late.</summary>
public sealed record PromiseKept(string Text, DateTimeOffset By, DateTimeOffset KeptAt) : PublicTicketEvent
{
    public override string Kind => "promiseKept";
}
