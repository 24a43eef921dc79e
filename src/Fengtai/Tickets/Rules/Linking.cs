using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>What is known of the family that a child would join.</summary>
/// <param name="Above">How many tickets stand above the parent.</param>
/// <param name="Below">How many levels hang under the child.</param>
/// <param name="IsCircle">The parent hangs under the child already.</param>
internal sealed record Family(int Above, int Below, bool IsCircle);

/// <summary>Saying what tickets are to each other.</summary>
internal static class Linking
{
    /// <summary>A parent, its children and theirs: deeper nobody finds the way.</summary>
    public const int MostLevels = 3;

    /// <param name="what">What the other is to this one.</param>
    /// <param name="already">What it is already.</param>
    /// <param name="family">Of parent and child; null for other links.</param>
    public static Decision Link(Ticket ticket, Standing by, Ticket other, LinkKind what, LinkKind? already, Family? family)
    {
        Refusal? no = what switch
        {
            _ when !by.IsAtWork => new TicketIsNotYours(),
            _ when other.Id == ticket.Id => new TicketIsNotLinkedToItself(),
            _ when already == what => new NothingWouldChange(),
            _ when already is not null => new TicketsAreLinkedAlready(),
            LinkKind.SplitFrom or LinkKind.SplitInto => new LinkComesFromSplitting(),
            LinkKind.Parent => NoChild(ticket, other, family!),
            LinkKind.Child => NoChild(other, ticket, family!),
            LinkKind.Related or LinkKind.Blocks or LinkKind.BlockedBy or LinkKind.DuplicateOf or LinkKind.HasDuplicate or LinkKind.CausedBy or LinkKind.Causes => null,
        };
        return no is not null ? no : new TicketLinked(other.Id, other.Number, what);
    }

    public static Decision Unlink(Ticket ticket, Standing by, Ticket other, LinkKind? what) => what switch
    {
        _ when !by.IsAtWork => new TicketIsNotYours(),
        null => new TicketsAreNotLinked(),
        { } was => new TicketUnlinked(other.Id, other.Number, was),
    };

    /// <summary>Why it cannot become the parent's child; null where it can.</summary>
    public static Refusal? NoChild(Ticket child, Ticket parent, Family family) => child switch
    {
        { ParentId: { } has } when has == parent.Id => new NothingWouldChange(),
        { ParentId: not null } => new TicketHasAParent(),
        { IsMajor: true } => new MajorIncidentIsNoChild(),
        { Status: TicketStatus.Closed or TicketStatus.Cancelled } => new ChildIsNotOpen(),
        _ when !parent.IsOpen => new ParentIsNotOpen(),
        _ when family.IsCircle => new FamilyWouldBeACircle(),
        _ when family.Above + 1 + family.Below + 1 > MostLevels => new FamilyIsTooDeep(MostLevels),
        _ => null,
    };

    /// <summary>The same link seen from the other end.</summary>
    public static LinkKind Counterpart(LinkKind what) => what switch
    {
        LinkKind.Related => LinkKind.Related,
        LinkKind.Blocks => LinkKind.BlockedBy,
        LinkKind.BlockedBy => LinkKind.Blocks,
        LinkKind.DuplicateOf => LinkKind.HasDuplicate,
        LinkKind.HasDuplicate => LinkKind.DuplicateOf,
        LinkKind.CausedBy => LinkKind.Causes,
        LinkKind.Causes => LinkKind.CausedBy,
        LinkKind.SplitFrom => LinkKind.SplitInto,
        LinkKind.SplitInto => LinkKind.SplitFrom,
        LinkKind.Parent => LinkKind.Child,
        LinkKind.Child => LinkKind.Parent,
    };

    /// <summary>Whether it is kept as a row from this ticket to the other, rather than the other way round.</summary>
    public static bool IsKeptFromHere(LinkKind what) => what is LinkKind.Related or LinkKind.Blocks or LinkKind.DuplicateOf or LinkKind.CausedBy or LinkKind.SplitFrom;
}
