using System.CommandLine;
using Fengtai.Platform.Database;
using Fengtai.Platform.Practices;
using Fengtai.Shell;

namespace Fengtai.Commands;

/// <summary>What every command needs: the database opened and migrated, the application composed on it.</summary>
internal sealed class Start : IAsyncDisposable
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    private readonly DatabaseServer _database;

    private Start(DatabaseServer database, WebApplication app) => (_database, App) = (database, app);

    public WebApplication App { get; }

    public static void Say(string line) => Console.Error.WriteLine(line);

    public static async Task<Start> OpenAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        var folder = StartSettings.DataFolder(configuration);
        var database = await DatabaseServer.OpenAsync(configuration["Fengtai:Database"], configuration["Fengtai:DatabaseOwner"], folder, Say, cancellation);
        try
        {
            var settings = new HostSettings
            {
                DataFolder = folder,
                Database = await database.MigrateAsync(Composition.Assemblies, Say, cancellation),
                PublicUrl = PublicUrl(configuration),
                Demo = configuration.GetValue("Fengtai:Demo", defaultValue: false),
            };
            return new(database, Composition.Build(settings, configuration));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>See <see cref="BesideServer"/>.</summary>
    public static async Task<int> BesideServerAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        await using var start = await OpenAsync(StartSettings.Read(parsed), cancellation);
        await using var scope = start.App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static Uri PublicUrl(IConfiguration configuration)
    {
        var given = configuration["Fengtai:PublicUrl"] ?? configuration["Urls"]?.Split(';')[0] ?? DefaultUrl;
        return Uri.TryCreate(given.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
            ? url
            : throw new CannotStartException($"{given} is not an address such as {DefaultUrl}.");
    }
}
