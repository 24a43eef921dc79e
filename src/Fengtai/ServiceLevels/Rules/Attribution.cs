using Fengtai.Catalog;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>Whose work a clock measures and how urgent it was: as the ticket is while it runs. What has ended keeps what it had.</summary>
internal static class Attribution
{
    /// <param name="clocks">All of the ticket.</param>
    /// <param name="known">How many there were before the event; those after them ran, even where they ended with it.</param>
    public static void Write(IReadOnlyList<Clock> clocks, int known, Priority priority, Guid? team)
    {
        foreach (var clock in clocks.Where((c, i) => i >= known || !c.IsOver))
        {
            clock.Priority = priority;
            clock.WorkedBy = clock.TeamId ?? team;
        }
    }
}
