namespace Fengtai.Tickets;

/// <summary>How far something has come on its way to many children.</summary>
/// <param name="Refusals">The first of those that it could not reach, and why.</param>
public sealed record SpreadProgress(SpreadKind Kind, DateTimeOffset At, int Reached, int Refused, int All, IReadOnlyList<RefusedChild> Refusals)
{
    public bool IsDone => Reached + Refused == All;
}

/// <param name="Refusal">Code of the refusal.</param>
public sealed record RefusedChild(long Number, string Refusal);
