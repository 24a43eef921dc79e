using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Fengtai.Platform.Files;

public static class FilesRegistration
{
    internal static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton(provider => new FileFolder(Shared(provider) ?? Path.Combine(provider.GetRequiredService<HostSettings>().DataFolder, "files")))
        .AddSingleton<IBeforeReady>(provider => new FilesAreHere(
            provider.GetRequiredService<FileFolder>(), provider.GetRequiredService<NpgsqlDataSource>(), isShared: Shared(provider) is not null))
        .AddSingleton<ITableMap, FileTables>()
        .AddSingleton<FileStore>()
        .AddScoped<SweepOrphanFiles>()
        .AddRecurring<SweepOrphanFilesDaily>("files.sweep", TimeSpan.FromDays(1));

    public static IServiceCollection AddFileReferences<T>(this IServiceCollection services) where T : class, IFileReferences =>
        services.AddScoped<IFileReferences, T>();

    /// <summary>Lets a form carry as many and as large files as may be uploaded at once.</summary>
    public static TBuilder AcceptsFiles<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint
        .WithMetadata(new MostBytes(FileLimits.MostBytesAtOnce))
        .WithFormOptions(multipartBodyLengthLimit: FileLimits.MostBytesAtOnce);

    /// <summary>The folder that all nodes mount, where there are several.</summary>
    private static string? Shared(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()["Fengtai:Files:Folder"] is { Length: > 0 } given ? Path.GetFullPath(given) : null;

    private sealed record MostBytes(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
