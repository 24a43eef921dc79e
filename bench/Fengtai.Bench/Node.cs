using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Fengtai.Commands;

namespace Fengtai.Bench;

/// <summary>One application node: the program as its users start it, in a process of its own.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Process _process;

    private Node(Process process, Uri address, TimeSpan readyAfter) => (_process, Address, ReadyAfter) = (process, address, readyAfter);

    public Uri Address { get; }

    /// <summary>From the start of the process to its ready line.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <param name="database">Null: the private database of the data folder.</param>
    public static async Task<Node> StartAsync(string data, string? database = null, bool demo = false)
    {
        var watch = Stopwatch.StartNew();
        var process = Run(database, ["serve", "--data", data, "--urls", "http://127.0.0.1:0", .. demo ? ["--demo"] : Array.Empty<string>()]);
        var ready = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The node did not start; its standard error says why.");
        return new(process, new(ready["ready ".Length..]), watch.Elapsed);
    }

    /// <summary>Runs a command to its end and answers what it printed.</summary>
    public static async Task<string> CommandAsync(string data, string? database, params string[] arguments)
    {
        using var process = Run(database, [.. arguments, "--data", data]);
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed.Trim() : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    /// <summary>A client that keeps so many connections, as the person of the token.</summary>
    public HttpClient Client(string token, int connections)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>How many requests the server answered since its start, and how many of them within so many seconds by its own clock (a bound of its histogram).</summary>
    public static async Task<(long Within, long All)> AnsweredAsync(HttpClient http, double seconds)
    {
        var metrics = (await http.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
        var bound = string.Create(CultureInfo.InvariantCulture, $"le=\"{seconds}\"");
        return (Sum("_bucket{", bound), Sum("_count{", ""));

        long Sum(string part, string label) => metrics
            .Where(l => l.StartsWith("http_server_request_duration_seconds" + part, StringComparison.Ordinal) && l.Contains(label, StringComparison.Ordinal))
            .Sum(l => long.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double Megabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        using (var end = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await end.WaitForExitAsync();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Run(string? database, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServeCommand).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["Fengtai__Database"] = database; // null removes it
        start.Environment["Fengtai__Api__RequestsPerSecond"] = "0";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        return Process.Start(start)!;
    }
}
