using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

public sealed record ThereIsNoNextLine : Refusal
{
    public override string Field => "to";
}

public sealed record EscalationNeedsATeam : InvalidRefusal
{
    public override string Field => "team";
}

public sealed record TeamIsOnNoHigherLine : InvalidRefusal
{
    public override string Field => "team";
}

public sealed record EngineerIsOnSite : Refusal;

public sealed record NobodyIsOnSite : Refusal;
