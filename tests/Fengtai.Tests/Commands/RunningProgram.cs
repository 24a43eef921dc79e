using System.Diagnostics;
using Fengtai.Commands;
using Fengtai.Platform.Database;

namespace Fengtai.Tests.Commands;

/// <summary>The program as others start it: a process of its own.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private RunningProgram(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public static RunningProgram Start(params IEnumerable<string> arguments) => Start(new ProcessStartInfo("dotnet", Program(arguments)), null);

    /// <summary>On a database that is there.</summary>
    public static RunningProgram StartOn(string database, params IEnumerable<string> arguments) => Start(new ProcessStartInfo("dotnet", Program(arguments)), database);

    /// <summary>On a database that is there, with so much memory for its objects and no more: who keeps what is done with dies of it.</summary>
    /// <param name="heap">In bytes.</param>
    public static RunningProgram StartWithSmallHeap(long heap, string database, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", Program(arguments));
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = heap.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        return Start(start, database);
    }

    /// <summary>The same, with a disk of its own mounted at a folder, seen by this process only (<see cref="Seen"/>).</summary>
    public static RunningProgram StartWithSmallDisk(string folder, int bytes, string database, params IEnumerable<string> arguments) =>
        Start(
            new ProcessStartInfo("unshare",
                [
                    .. Environment.IsPrivilegedProcess ? ["--mount"] : (string[])["--mount", "--map-root-user"],
                    "bash", "-c", "mount -t tmpfs -o size=$1 tmpfs \"$0\" && exec dotnet \"${@:2}\"", folder, $"{bytes}", .. Program(arguments),
                ]),
            database);

    /// <summary>Creates an agent, and a token for programs that act as them.</summary>
    /// <param name="database">Null: the private one of the folder.</param>
    public static async Task<string> TokenAsync(string? database, string data)
    {
        await PrintedAsync(database, "user", "create", "--login", "script", "--name", "脚本", "--role", "agent", "--data", data);
        return await PrintedAsync(database, "token", "create", "--user", "script", "--name", "nightly", "--data", data);
    }

    private static async Task<string> PrintedAsync(string? database, params string[] arguments)
    {
        using var program = database is null ? Start(arguments) : StartOn(database, arguments);
        var (code, output, errors) = await program.EndAsync();
        return code == 0 ? output.Trim() : throw new InvalidOperationException(errors);
    }

    /// <summary>A folder as the process sees it.</summary>
    public string Seen(string folder) => $"/proc/{_process.Id}/root{folder}";

    private static IEnumerable<string> Program(IEnumerable<string> arguments) => [typeof(ServeCommand).Assembly.Location, .. arguments];

    private static RunningProgram Start(ProcessStartInfo start, string? database)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["Fengtai__Database"] = database; // null removes it
        return new(Process.Start(start)!);
    }

    /// <summary>What it prints first on standard output.</summary>
    public async Task<string> LineAsync() => await _process.StandardOutput.ReadLineAsync() is { } line
        ? line
        : throw new InvalidOperationException(await _errors);

    /// <summary>As systemd or a container would.</summary>
    public Task TerminateAsync() => SystemProgram.MustRunAsync("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    public void KillHard() => _process.Kill();

    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var output = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }
}
