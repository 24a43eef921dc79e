using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Two tickets about the same become one; the other is closed and says where it goes on.</summary>
internal static class Merging
{
    /// <param name="survivor">Where it goes on: never itself merged.</param>
    public static Decision Merge(Ticket ticket, Standing by, Ticket survivor, bool hasChildren)
    {
        Refusal? no = ticket switch
        {
            _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
            { MergedIntoId: not null } => new TicketWasMerged(),
            { Status: TicketStatus.Closed } => new TicketIsAlreadyClosed(),
            { Status: TicketStatus.Cancelled } => new TicketWasCancelled(),
            { IsMajor: true } => new MajorIncidentIsNotMerged(),
            _ when survivor.Id == ticket.Id => new TicketIsNotMergedIntoItself(),
            _ when !survivor.IsOpen => new SurvivorIsNotOpen(),
            _ when hasChildren => new TicketWithChildrenIsNotMerged(),
            _ => null,
        };
        return no is not null ? no : new TicketMerged(survivor.Id, survivor.Number) { OwnerId = ticket.OwnerId ?? survivor.OwnerId ?? by.Actor.Id };
    }

    /// <summary>What the survivor takes over: whoever waited longest is answered first.</summary>
    public static TicketAbsorbed Absorb(Ticket merged) => new(merged.Id, merged.Number, merged switch
    {
        { UnansweredSince: { } since } => since,
        { Status: TicketStatus.Resolved } => null,
        _ when Conversation.IsFirstResponse(merged) => merged.OpenedAt,
        _ => null,
    });

    public static Decision Unmerge(Ticket ticket, Standing by, Ticket? survivor, BeforeMerge? before) => ticket switch
    {
        _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
        { MergedIntoId: null } => new TicketIsNotMerged(),
        _ when survivor is null || before is null => new TicketIsNotMerged(),
        _ when survivor.MergedIntoId is not null => new SurvivorWasMergedToo(survivor.Number),
        _ => new TicketUnmerged(survivor.Id, survivor.Number) { Before = before },
    };

    /// <param name="waitingSince">What it took over when the other was merged.</param>
    /// <param name="unansweredBefore">Since when its own user waited then.</param>
    public static TicketReleased Release(Ticket survivor, Ticket merged, DateTimeOffset? waitingSince, DateTimeOffset? unansweredBefore) =>
        new(merged.Id, merged.Number, waitingSince is not null && survivor.UnansweredSince == waitingSince ? unansweredBefore : survivor.UnansweredSince);
}
