using System.Globalization;

namespace Fengtai.Bench;

/// <param name="Tickets">How many tickets the organisation has.</param>
/// <param name="Seconds">How long each load lasts.</param>
/// <param name="Rate">Requests a second at most, where a benchmark can be slowed down (soak); 0: as many as are answered.</param>
internal sealed record BenchOptions(int Tickets, int Seconds, int Rate)
{
    /// <summary>Null where the words cannot be understood.</summary>
    public static BenchOptions? Read(IEnumerable<string> words)
    {
        var options = new BenchOptions(1_000_000, 20, 0);
        foreach (var pair in words.Chunk(2))
        {
            if (pair.Length < 2 || !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0)
            {
                return null;
            }
            switch (pair[0])
            {
                case "--tickets":
                    options = options with { Tickets = value };
                    break;
                case "--seconds":
                    options = options with { Seconds = value };
                    break;
                case "--rate":
                    options = options with { Rate = value };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}

internal static class Benches
{
    public static IReadOnlyDictionary<string, Func<BenchOptions, Task<Table>>> All { get; } = new Dictionary<string, Func<BenchOptions, Task<Table>>>(StringComparer.Ordinal)
    {
        ["start"] = StartBench.RunAsync,
        ["desk"] = DeskBench.RunAsync,
        ["open"] = OpenBench.RunAsync,
        ["live"] = LiveBench.RunAsync,
        ["soak"] = SoakBench.RunAsync,
        ["clocks"] = ClocksBench.RunAsync,
        ["due"] = DueBench.RunAsync,
        ["recompute"] = RecomputeBench.RunAsync,
        ["mail"] = MailBench.RunAsync,
    };
}
