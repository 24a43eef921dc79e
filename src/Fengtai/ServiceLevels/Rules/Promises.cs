namespace Fengtai.ServiceLevels.Rules;

/// <summary>What the policy that applies to a ticket promises the user.</summary>
/// <param name="Targets">One per kind of clock.</param>
/// <param name="Pauses">Words of the waits that stop what depends on the desk.</param>
internal sealed record Promises(Guid PolicyId, IReadOnlyDictionary<ClockKind, Target> Targets, IReadOnlySet<string> Pauses)
{
    public static readonly Promises None = new(Guid.Empty, new Dictionary<ClockKind, Target>(), new HashSet<string>());

    /// <summary>What is agreed beside it with those who work on the ticket.</summary>
    public Agreed Agreed { get; init; } = Agreed.Nothing;

    public bool Same(Promises other) => Pauses.SetEquals(other.Pauses) && Targets.Count == other.Targets.Count && Targets.All(t => other.Targets.GetValueOrDefault(t.Key) == t.Value);
}
