using Microsoft.Extensions.Logging.Console;

namespace Fengtai.Shell;

internal static class Logs
{
    /// <summary>One line each, in UTC, to standard error: standard output is for what programs read.</summary>
    public static void ToStandardError(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        // a save that meets a taken name is refused in words; one that is not expected is logged by whoever asked for it
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }
}
