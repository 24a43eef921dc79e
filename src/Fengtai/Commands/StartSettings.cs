using System.CommandLine;

namespace Fengtai.Commands;

/// <summary>
/// Where settings come from, later ones winning: <c>appsettings.json</c> of the programs, <c>fengtai.json</c> of the data folder,
/// the environment, the command line.
/// </summary>
internal static class StartSettings
{
    public static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "The folder that holds everything to be kept (default: ./data, or the setting Fengtai__Data)",
        Recursive = true,
    };

    public static IConfigurationRoot Read(ParseResult parsed, IReadOnlyDictionary<string, string?>? more = null)
    {
        var given = new Dictionary<string, string?>(more ?? new Dictionary<string, string?>());
        if (parsed.GetValue(Data) is { } data)
        {
            given["Fengtai:Data"] = data.FullName;
        }
        var builder = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given);
        var folder = DataFolder(builder.Build());
        builder.Sources.Insert(1, new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            FileProvider = Directory.Exists(folder) ? new Microsoft.Extensions.FileProviders.PhysicalFileProvider(folder) : null,
            Path = "fengtai.json",
            Optional = true,
        });
        return builder.Build();
    }

    public static string DataFolder(IConfiguration configuration) => Path.GetFullPath(configuration["Fengtai:Data"] is { Length: > 0 } data ? data : "data");
}
