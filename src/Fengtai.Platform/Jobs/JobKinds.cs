using System.Text.Json;
using Fengtai.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Jobs;

/// <summary>Does the work of one kind of job by calling a use case. Runs at least once: it must bear being repeated.</summary>
public interface IJob<in TData>
{
    Task RunAsync(TData data, CancellationToken cancellation);
}

/// <summary>Work that comes again and again on one node at a time, such as a sweep.</summary>
public interface IRecurringJob
{
    Task RunAsync(CancellationToken cancellation);
}

internal sealed record JobKind(string Name, Func<IServiceProvider, string, CancellationToken, Task> RunAsync);

internal sealed record RecurringKind(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> RunAsync);

public static class JobKinds
{
    /// <param name="kind">Stable name that outlives the type.</param>
    public static IServiceCollection AddJob<TData, TJob>(this IServiceCollection services, string kind) where TJob : class, IJob<TData>
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new JobKind(kind, (scope, data, cancellation) =>
            scope.GetRequiredService<TJob>().RunAsync(JsonSerializer.Deserialize<TData>(data, Json.Options)!, cancellation)));
    }

    public static IServiceCollection AddRecurring<TJob>(this IServiceCollection services, string name, TimeSpan every) where TJob : class, IRecurringJob
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new RecurringKind(name, every, (scope, cancellation) => scope.GetRequiredService<TJob>().RunAsync(cancellation)));
    }
}
