using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised has changed.</summary>
public abstract record PolicyEvent : Event
{
    public static Subject Of(Guid policy) => new(Policy.SubjectKind, policy);
}

public sealed record PolicyAdded(string Name, string NameEn) : PolicyEvent
{
    public override string Kind => "policyAdded";
}
