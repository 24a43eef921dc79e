using System.Text.Json.Serialization;
using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised has changed.</summary>
public abstract record PolicyEvent : Event
{
    public static Subject Of(Guid policy) => new(Policy.SubjectKind, policy);
}

public sealed record PolicyAdded(string Name, string NameEn) : PolicyEvent
{
    [JsonIgnore]
    public override string Kind => "policyAdded";
}

/// <param name="Changes">By the name of the detail.</param>
public sealed record PolicyEdited(IReadOnlyDictionary<string, PolicyDetail> Changes) : PolicyEvent
{
    [JsonIgnore]
    public override string Kind => "policyEdited";

    /// <summary>Whether running clocks may be others now; its name and conditions are for tickets to come.</summary>
    [JsonIgnore]
    public bool MovesClocks => Changes.Keys.Any(k => k.Split('.')[0] is "calendar" or "target" or "pauses" or "steps");
}

public sealed record PolicyDetail(string? From, string? To);

/// <summary>Stands at another place among all policies; the first is 1.</summary>
public sealed record PolicyOrdered(int From, int To) : PolicyEvent
{
    [JsonIgnore]
    public override string Kind => "policyOrdered";
}

public sealed record PolicyDeactivated : PolicyEvent
{
    [JsonIgnore]
    public override string Kind => "policyDeactivated";
}

public sealed record PolicyActivated : PolicyEvent
{
    [JsonIgnore]
    public override string Kind => "policyActivated";
}
