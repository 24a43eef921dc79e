using System.Globalization;
using Fengtai.Platform.Refusals;

namespace Fengtai.ServiceLevels;

/// <summary>Its last day is before its first.</summary>
public sealed record AgreementEndsBeforeItBegins() : PolicyRefusal("until");

/// <summary>It would be looked at when it does not hold.</summary>
public sealed record ReviewIsOutside() : PolicyRefusal("review");

/// <summary>It asks for nothing that could be measured.</summary>
public sealed record NothingIsAgreed(string Place) : PolicyRefusal(Place);

/// <summary>On some days another agreement with the same party asks something else for the same services and priority: nobody could say which one counts.</summary>
/// <param name="Other">What that one is called.</param>
public sealed record AgreementsContend(string Place, string Other) : PolicyRefusal(Place)
{
    public override object[] Arguments => [Other];
}

/// <param name="Earliest">It can end on this day at the earliest: what it measured stays measured.</param>
public sealed record AgreementCannotEndThen(DateOnly Earliest, string Place = "lastDay") : PolicyRefusal(Place)
{
    public override object[] Arguments => [Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
}

/// <summary>It has begun, and what it measured would be said of another team.</summary>
public sealed record AgreementKeepsItsTeam() : PolicyRefusal("team");

/// <summary>Ending is not prolonging.</summary>
public sealed record AgreementEndsEarlierAlready() : PolicyRefusal("lastDay");

public sealed record AgreementsAreFull(int Limit) : Refusal
{
    public override object[] Arguments => [Limit];
}
