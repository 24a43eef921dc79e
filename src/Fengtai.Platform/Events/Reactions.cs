using System.Collections.Concurrent;
using System.Reflection;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Events;

/// <summary>Says which refusal a violated unique constraint means.</summary>
public sealed record UniqueRule(string Constraint, Func<Refusal> Refusal);

internal delegate Task Reactor(IServiceProvider services, Subject subject, Event happened, Actor actor, DateTimeOffset at, Work work, CancellationToken cancellation);

public static class Reactions
{
    private static readonly ConcurrentDictionary<Type, Reactor[]> Known = new();

    /// <summary>Registers what follows an event, or a whole family of events by its base type.</summary>
    public static IServiceCollection AddReaction<TEvent, TReaction>(this IServiceCollection services)
        where TEvent : Event where TReaction : class, IReaction<TEvent> => services.AddScoped<IReaction<TEvent>, TReaction>();

    public static IServiceCollection AddUniqueRule(this IServiceCollection services, string constraint, Func<Refusal> refusal) =>
        services.AddSingleton(new UniqueRule(constraint, refusal));

    internal static Refusal? RefusalFor(this IServiceProvider services, string? constraint) =>
        services.GetServices<UniqueRule>().FirstOrDefault(r => r.Constraint == constraint)?.Refusal();

    /// <summary>One for the event's own type and one for each of its base types.</summary>
    internal static Reactor[] Of(Type type) => Known.GetOrAdd(type, static t =>
    {
        var run = typeof(Reactions).GetMethod(nameof(RunAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        var reactors = new List<Reactor>();
        for (var at = t; typeof(Event).IsAssignableFrom(at); at = at!.BaseType)
        {
            reactors.Add(run.MakeGenericMethod(at!).CreateDelegate<Reactor>());
        }
        return [.. reactors];
    });

    private static async Task RunAsync<TEvent>(IServiceProvider services, Subject subject, Event happened, Actor actor, DateTimeOffset at, Work work, CancellationToken cancellation)
        where TEvent : Event
    {
        foreach (var reaction in services.GetServices<IReaction<TEvent>>())
        {
            await reaction.ReactAsync(new(subject, (TEvent)happened, actor, at), work, cancellation);
        }
    }
}
