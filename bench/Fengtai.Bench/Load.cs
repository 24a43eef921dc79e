using System.Diagnostics;
using System.Globalization;

namespace Fengtai.Bench;

/// <summary>What a load saw: how long each request took from its start to the last byte, in milliseconds.</summary>
internal sealed record Measured(double[] Sorted, TimeSpan Took)
{
    public double PerSecond => Sorted.Length / Took.TotalSeconds;

    public string P50 => At(0.50);

    public string P95 => At(0.95);

    public string P99 => At(0.99);

    private string At(double share) => Sorted.Length == 0 ? "-" : Sorted[Math.Min(Sorted.Length - 1, (int)(Sorted.Length * share))].ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>So many connections that ask again as soon as they are answered.</summary>
internal static class Load
{
    /// <param name="request">Sends one; anything but success is the end of the benchmark.</param>
    /// <param name="perSecond">At most so many requests a second, evenly; 0: as many as are answered.</param>
    public static async Task<Measured> RunAsync(int connections, TimeSpan duration, Func<int, Task> request, int perSecond = 0)
    {
        var pause = perSecond == 0 ? 0 : Stopwatch.Frequency / perSecond;
        var next = Stopwatch.GetTimestamp();
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var watch = Stopwatch.StartNew();
        var number = -1;
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetTimestamp() < end)
            {
                var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Interlocked.Add(ref next, pause));
                if (pause > 0 && early > TimeSpan.Zero)
                {
                    await Task.Delay(early);
                }
                var from = Stopwatch.GetTimestamp();
                await request(Interlocked.Increment(ref number));
                mine.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
            return mine;
        })));
        var took = watch.Elapsed;
        var all = times.SelectMany(t => t).ToArray();
        Array.Sort(all);
        return new(all, took);
    }

    /// <summary>Gets a page whole; it must be 200.</summary>
    public static async Task<int> GetAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? bytes.Length : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    }
}
