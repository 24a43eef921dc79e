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

    public static RunningProgram Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServeCommand).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("Fengtai__Database");
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
