using Fengtai.Platform.Access;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Npgsql;

namespace Fengtai.Shell.Administration;

[TextKeys("shell.settings.source")]
public enum SettingSource
{
    /// <summary>Nobody set it.</summary>
    Default,

    /// <summary>A JSON file: <c>appsettings.json</c> or <c>fengtai.json</c> of the data folder.</summary>
    File,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The command line, or the tests.</summary>
    CommandLine,
}

/// <param name="Value">Null where it is a secret.</param>
public sealed record SettingLine(string Name, string? Value, SettingSource Source);

/// <summary>Shows what is set. Secrets are named, never shown.</summary>
internal static class Settings
{
    public const string Path = "/admin/settings";
    private const string Section = "Fengtai";

    private static readonly string[] Secrets = ["password", "secret", "token", "key"];

    public static void MapSettings(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Show).Requires(PlatformPermissions.Operate);

    private static IResult Show(IConfiguration configuration, HostSettings host) => PageAnswers.Page<SettingsPage>(new { Values = All(configuration, host) });

    public static IReadOnlyList<SettingLine> All(IConfiguration configuration, HostSettings host)
    {
        var given = configuration.GetSection(Section).AsEnumerable()
            .Where(s => s.Value is not null)
            .ToDictionary(s => s.Key, s => new SettingLine(s.Key, Shown(s.Key, s.Value!), SourceOf(configuration, s.Key)), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in new[] { ("Fengtai:Data", host.DataFolder), ("Fengtai:PublicUrl", host.PublicUrl.ToString()), ("Fengtai:Database", Shown("Fengtai:Database", host.Database)) })
        {
            given.TryAdd(name, new(name, value, SettingSource.Default));
        }
        return [.. given.Values.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static string? Shown(string name, string value)
    {
        if (name.Equals("Fengtai:Database", StringComparison.OrdinalIgnoreCase) || name.Equals("Fengtai:DatabaseOwner", StringComparison.OrdinalIgnoreCase))
        {
            var connection = new NpgsqlConnectionStringBuilder(value) { Password = null };
            return connection.ToString();
        }
        return Array.Exists(Secrets, s => name.Contains(s, StringComparison.OrdinalIgnoreCase)) ? null : value;
    }

    private static SettingSource SourceOf(IConfiguration configuration, string name) =>
        Providers(configuration).LastOrDefault(p => p.TryGet(name, out _)) switch
        {
            JsonConfigurationProvider => SettingSource.File,
            EnvironmentVariablesConfigurationProvider => SettingSource.Environment,
            _ => SettingSource.CommandLine,
        };

    /// <summary>The application's configuration holds the start's configuration as one provider.</summary>
    private static IEnumerable<IConfigurationProvider> Providers(IConfiguration configuration) =>
        configuration is IConfigurationRoot root
            ? root.Providers.SelectMany(p => p is ChainedConfigurationProvider chained ? Providers(chained.Configuration) : [p])
            : [];
}
