using System.Text.Json.Serialization;
using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels;

/// <summary>Open clocks were calculated anew, as a calendar or a policy had been edited.</summary>
/// <param name="Clocks">How many were looked at.</param>
/// <param name="Moved">How many of them have another deadline now, or none any more.</param>
public sealed record ClocksRecomputed(int Clocks, int Moved) : Event
{
    public const string SubjectKind = "recomputation";

    [JsonIgnore]
    public override string Kind => "clocksRecomputed";

    public static Subject Of(Guid recomputation) => new(SubjectKind, recomputation);
}
