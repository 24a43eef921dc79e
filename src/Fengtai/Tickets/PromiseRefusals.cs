using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

public sealed record PromiseIsInThePast : InvalidRefusal
{
    public override string Field => "by";
}

public sealed record PromiseIsTooFar(int Days) : InvalidRefusal
{
    public override string Field => "by";

    public override object[] Arguments => [Days];
}

public sealed record OnlyTheUserOrTheDeskUrges : ForbiddenRefusal;

/// <param name="Minutes">After so many it may be urged again.</param>
public sealed record TicketWasUrgedJustNow(int Minutes) : Refusal
{
    public override object[] Arguments => [Minutes];
}

/// <param name="Times">Within 24 hours.</param>
/// <param name="Hours">After so many it may be urged again.</param>
public sealed record TicketWasUrgedOften(int Times, int Hours) : Refusal
{
    public override object[] Arguments => [Times, Hours];
}
