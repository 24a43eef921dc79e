using Fengtai.Platform.Events;

namespace Fengtai.Tickets.Bulk;

/// <summary>What happens to a batch; what happens to its tickets stands in their own histories.</summary>
internal abstract record BatchEvent : Event
{
    public const string SubjectKind = "ticketBatch";

    public static Subject Of(Guid batch) => new(SubjectKind, batch);
}

/// <param name="List">The list it was taken from, as in its address; null where the tickets were picked.</param>
internal sealed record BatchStarted(BulkAct Act, int Tickets, string? List, bool IsUndo) : BatchEvent
{
    public override string Kind => "batchStarted";
}

internal sealed record BatchFinished(int Done, int Refused) : BatchEvent
{
    public override string Kind => "batchFinished";
}
