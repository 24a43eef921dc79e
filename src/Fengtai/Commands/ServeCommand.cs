using System.CommandLine;
using Fengtai.Platform.Database;
using Fengtai.Platform.Health;
using Fengtai.Platform.Practices;
using Fengtai.Shell;

namespace Fengtai.Commands;

/// <summary><c>serve</c>: everything needed until the ready line, then serving until told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = $"Where to listen (default: {Start.DefaultUrl})", HelpName = "address" };

    private static readonly Option<bool> Demo = new("--demo") { Description = "Fills an empty database with a believable organisation and offers its people at sign-in" };

    public static Command Create()
    {
        var command = new Command("serve", "Starts the service desk") { Urls, Demo };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var start = await Start.OpenAsync(Settings(parsed), cancellation);
        var app = start.App;
        foreach (var step in app.Services.GetServices<IBeforeReady>())
        {
            await step.PrepareAsync(Start.Say, cancellation);
        }
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e)
        {
            throw new CannotStartException(e.Message, e);
        }
        await app.Services.GetRequiredService<WarmUp>().RunAsync(app.Urls.First(), Start.Say, cancellation);
        await Console.Out.WriteLineAsync($"ready {app.Urls.First()}");
        var quiet = QuietMemory.KeepAsync(app.Services.GetRequiredService<TimeProvider>(), app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync(cancellation);
        await quiet;
        return 0;
    }

    private static IConfigurationRoot Settings(ParseResult parsed)
    {
        var given = new Dictionary<string, string?>();
        if (parsed.GetValue(Urls) is { } urls)
        {
            given["Urls"] = urls;
        }
        if (parsed.GetValue(Demo))
        {
            given["Fengtai:Demo"] = "true";
        }
        var settings = StartSettings.Read(parsed, given);
        settings["Urls"] ??= Start.DefaultUrl;
        return settings;
    }
}
