namespace Fengtai.Tickets.Rules;

/// <summary>How far something that was done to many tickets can be put back.</summary>
[Platform.Texts.TextKeys("tickets.undoing")]
internal enum Undoable
{
    /// <summary>All of it.</summary>
    Wholly,

    /// <summary>What was written stays, and who was told has been told.</summary>
    ExceptWords,

    /// <summary>Words are not taken back.</summary>
    Not,
}

/// <summary>Putting back what was done to many tickets, where the ticket stands in that respect as the act left it.</summary>
internal static class Undoing
{
    /// <summary>So long after it was started.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(24);

    /// <param name="says">Whether the act also writes something into the tickets.</param>
    public static Undoable Of(BulkAct act, bool says) => act switch
    {
        BulkAct.Notes or BulkAct.Macro => Undoable.Not,
        BulkAct.Close => Undoable.ExceptWords,
        BulkAct.Accept or BulkAct.Classify or BulkAct.Assign or BulkAct.Wait or BulkAct.Resume or BulkAct.Link => says ? Undoable.ExceptWords : Undoable.Wholly,
    };

    /// <param name="before">How it stood before the act.</param>
    /// <param name="after">How the act left it.</param>
    public static Decision Undo(Ticket ticket, Standing by, BulkAct act, TicketFacets before, TicketFacets after, DateTimeOffset now)
    {
        var present = TicketFacets.Of(ticket);
        return act switch
        {
            BulkAct.Notes or BulkAct.Macro => new WordsAreNotTakenBack(),
            BulkAct.Accept or BulkAct.Classify or BulkAct.Assign or BulkAct.Close when !by.IsDesk => new OnlyTheDeskDoesThis(),
            _ when !by.IsAtWork => new TicketIsNotYours(),
            _ when ticket.MergedIntoId is not null => new TicketWasMerged(),
            _ when !StandsAsLeft(act, present, after) => new TicketHasChangedSince(),
            BulkAct.Accept or BulkAct.Close => new ActUndone(act) { Before = before },
            BulkAct.Assign => new ActUndone(act, present.Assignment, before.Assignment) { Before = before },
            BulkAct.Classify when ticket.Status == TicketStatus.Closed => new TicketIsAlreadyClosed(),
            BulkAct.Classify when ticket.Status == TicketStatus.Cancelled => new TicketWasCancelled(),
            BulkAct.Classify => Decision.Happen(new ActUndone(act), new TicketClassified(present.Classification, before.Classification with { MissingAnswers = StillMissing(ticket, before) }, null)),
            BulkAct.Wait => Decision.Happen(new ActUndone(act), new WaitEnded(present.WaitReason!.Value, WaitEnd.Resumed)),
            BulkAct.Resume when before.WaitUntil <= now => new WaitEndsInThePast(),
            BulkAct.Resume => Decision.Happen(new ActUndone(act), new WaitStarted(before.WaitReason!.Value, before.WaitUntil!.Value)),
            // the link itself is taken away by the use case that takes links away
            BulkAct.Link => new ActUndone(act),
        };
    }

    /// <summary>The questions that were open before and were not answered since.</summary>
    private static IReadOnlyList<string> StillMissing(Ticket ticket, TicketFacets before) =>
        [.. before.MissingAnswers.Except(TicketAnswers.Read(ticket).Given.Select(a => a.Key))];

    /// <summary>Whether nobody has touched since what the act changed.</summary>
    private static bool StandsAsLeft(BulkAct act, TicketFacets present, TicketFacets left) => act switch
    {
        BulkAct.Accept => (present.Status, present.OwnerId) == (left.Status, left.OwnerId),
        BulkAct.Classify => present.Classification == left.Classification with { MissingAnswers = present.MissingAnswers },
        BulkAct.Assign => (present.Assignment, present.AssignedAt, present.TakenAt, present.WorkStatus) == (left.Assignment, left.AssignedAt, left.TakenAt, left.WorkStatus),
        BulkAct.Wait => (present.Status, present.WaitReason, present.WaitUntil) == (left.Status, left.WaitReason, left.WaitUntil),
        BulkAct.Resume => present.Status == left.Status,
        BulkAct.Close => (present.Status, present.CloseCode, present.ClosedAt) == (left.Status, left.CloseCode, left.ClosedAt),
        BulkAct.Link => present.ParentId == left.ParentId,
        BulkAct.Notes or BulkAct.Macro => true,
    };
}
