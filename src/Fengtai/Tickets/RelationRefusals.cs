using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

public sealed record TicketWasMerged : Refusal;

public sealed record TicketIsNotMerged : Refusal;

/// <summary>What was merged last is taken apart first.</summary>
public sealed record SurvivorWasMergedToo(long Number) : Refusal
{
    public override object[] Arguments => [Number.ToString(System.Globalization.CultureInfo.InvariantCulture)];
}

public sealed record MajorIncidentIsNotMerged : Refusal;

public sealed record TicketWithChildrenIsNotMerged : Refusal;

public sealed record TicketIsAMajorIncidentAlready : Refusal;

public sealed record TicketIsNoMajorIncident : Refusal;

public sealed record ChildIsNoMajorIncident : Refusal;

public sealed record MajorIncidentIsNoChild : Refusal;

public sealed record TicketHasAParent : Refusal;

public sealed record ChildIsNotOpen : Refusal;

public sealed record ParentIsNotOpen : Refusal;

public sealed record TicketIsNotMergedIntoItself : InvalidRefusal
{
    public override string Field => "into";
}

public sealed record SurvivorIsNotOpen : InvalidRefusal
{
    public override string Field => "into";
}

public sealed record TicketIsNotLinkedToItself : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record TicketsAreLinkedAlready : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record TicketsAreNotLinked : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record LinkComesFromSplitting : InvalidRefusal
{
    public override string Field => "kind";
}

public sealed record FamilyWouldBeACircle : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record FamilyIsTooDeep(int Levels) : InvalidRefusal
{
    public override string Field => "to";

    public override object[] Arguments => [Levels];
}

public sealed record NothingToSplit : InvalidRefusal
{
    public override string Field => "text";
}

public sealed record InternalNotesAreNotSplit : InvalidRefusal
{
    public override string Field => "notes";
}

public sealed record SplitIsTooLong(int Characters) : InvalidRefusal
{
    public override string Field => "notes";

    public override object[] Arguments => [Characters];
}
