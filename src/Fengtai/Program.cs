using System.CommandLine;
using System.Runtime.InteropServices;
using Fengtai.Commands;
using Fengtai.Platform.Database;
using Fengtai.Shell;

namespace Fengtai;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        var root = new RootCommand("Fengtai 烽台, an IT service desk") { StartSettings.Data, ServeCommand.Create() };
        foreach (var command in Composition.Commands(Start.BesideServerAsync))
        {
            root.Add(command);
        }
        try
        {
            // stopping is ours to do in order: without a time limit, and with the default handler off a bug keeps its stack trace
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }, stop.Token);
        }
        catch (CannotStartException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (InvalidDataException e)
        {
            // a settings file that is not JSON
            await Console.Error.WriteLineAsync($"{e.Message} {e.InnerException?.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
