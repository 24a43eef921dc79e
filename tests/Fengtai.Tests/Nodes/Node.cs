using System.Net.Http.Headers;
using System.Text.Json;
using Fengtai.Tests.Commands;
using Fengtai.Tests.Database;

namespace Fengtai.Tests.Nodes;

/// <summary>One application node: the program in a process and with a data folder of its own.</summary>
internal sealed class Node : IDisposable
{
    private readonly OwnFolder _folder;
    private readonly RunningProgram _program;
    private readonly List<HttpClient> _clients = [];

    private Node(OwnFolder folder, RunningProgram program, Uri address) => (_folder, _program, Address) = (folder, program, address);

    public Uri Address { get; }

    /// <summary>Where it keeps what is its own.</summary>
    public OwnFolder Folder => _folder;

    /// <param name="database">Null: a private one.</param>
    /// <param name="settings">What its <c>fengtai.json</c> says below <c>Fengtai</c>.</param>
    public static async Task<Node> StartAsync(string? database, object settings)
    {
        var folder = new OwnFolder();
        var program = await RunAsync(folder, database, settings);
        return new(folder, program, new((await program.LineAsync())["ready ".Length..]));
    }

    /// <summary>One that has so much memory for its objects and no more.</summary>
    /// <param name="heap">In bytes.</param>
    public static async Task<Node> StartWithSmallHeapAsync(string database, long heap)
    {
        var folder = new OwnFolder();
        var program = RunningProgram.StartWithSmallHeap(heap, database, Arguments(folder));
        return new(folder, program, new((await program.LineAsync())["ready ".Length..]));
    }

    /// <summary>What a node says that does not start, and its exit code.</summary>
    public static async Task<(int Code, string Errors)> FailAsync(string database, object settings)
    {
        using var folder = new OwnFolder();
        using var program = await RunAsync(folder, database, settings);
        var (code, _, errors) = await program.EndAsync();
        return (code, errors);
    }

    /// <summary>A program that acts as the person of the token.</summary>
    public HttpClient Client(string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _clients.Add(http);
        return http;
    }

    public void KillHard() => _program.KillHard();

    /// <summary>How often it did jobs or recurring work of this kind, whatever came of it.</summary>
    public async Task<int> RunsAsync(string kind)
    {
        using var http = new HttpClient();
        var metrics = await http.GetStringAsync(new Uri(Address, "/metrics"));
        return metrics.Split('\n')
            .Where(line => line.StartsWith($"fengtai_job_duration_seconds_count{{kind=\"{kind}\"", StringComparison.Ordinal))
            .Sum(line => int.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _program.Dispose();
        _folder.Dispose();
    }

    private static async Task<RunningProgram> RunAsync(OwnFolder folder, string? database, object settings)
    {
        await File.WriteAllTextAsync(folder.File("fengtai.json"), JsonSerializer.Serialize(new { Fengtai = settings }));
        return database is null ? RunningProgram.Start(Arguments(folder)) : RunningProgram.StartOn(database, Arguments(folder));
    }

    private static string[] Arguments(OwnFolder folder) => ["serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0"];
}
