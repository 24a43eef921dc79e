namespace Fengtai.Tickets.Rules;

/// <summary>Shares as people read them.</summary>
internal static class Shares
{
    /// <summary>In percent with one decimal; null of nothing. 0 and 100 are said only where they are exact.</summary>
    public static decimal? Percent(int part, int whole) => whole <= 0 ? null : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero) switch
    {
        0m when part > 0 => 0.1m,
        100m when part < whole => 99.9m,
        var percent => percent,
    };

    /// <summary>How strongly a figure is shaded beside the largest: 0 for nothing, 1 to 4.</summary>
    public static int Strength(int count, int largest) => count <= 0 || largest <= 0 ? 0 : (int)Math.Ceiling(4m * Math.Min(count, largest) / largest);

    /// <summary>The step of an axis from 0 to at least <paramref name="largest"/> with at most four steps: 1, 2 or 5 and its tens.</summary>
    public static int Step(int largest)
    {
        for (var tens = 1; ; tens *= 10)
        {
            foreach (var step in new[] { tens, 2 * tens, 5 * tens })
            {
                if (4L * step >= largest)
                {
                    return step;
                }
            }
        }
    }
}
