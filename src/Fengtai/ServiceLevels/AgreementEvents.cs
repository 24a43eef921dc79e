using System.Text.Json.Serialization;
using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels;

/// <summary>What is agreed has changed, or wants to be looked at.</summary>
public abstract record AgreementEvent : Event
{
    public static Subject Of(Guid agreement) => new(Agreement.SubjectKind, agreement);
}

public sealed record AgreementAdded(AgreementKind Type, string Name, string NameEn) : AgreementEvent
{
    [JsonIgnore]
    public override string Kind => "agreementAdded";
}

/// <param name="Changes">By the name of the detail.</param>
public sealed record AgreementEdited(IReadOnlyDictionary<string, PolicyDetail> Changes) : AgreementEvent
{
    [JsonIgnore]
    public override string Kind => "agreementEdited";

    /// <summary>Whether running clocks may be others now; its parties, services and dates are for what comes.</summary>
    [JsonIgnore]
    public bool MovesClocks => Changes.Keys.Any(k => k.Split('.')[0] is "calendar" or "target" or "pauses" or "steps");
}

/// <param name="From">The last day before; null where it had none.</param>
public sealed record AgreementEnded(DateOnly? From, DateOnly To) : AgreementEvent
{
    [JsonIgnore]
    public override string Kind => "agreementEnded";
}

/// <summary>Its review date has come.</summary>
public sealed record AgreementReviewIsDue(DateOnly Day) : AgreementEvent
{
    [JsonIgnore]
    public override string Kind => "agreementReviewIsDue";
}

/// <summary>Its last day is near.</summary>
public sealed record AgreementEndsSoon(DateOnly Day) : AgreementEvent
{
    [JsonIgnore]
    public override string Kind => "agreementEndsSoon";
}
