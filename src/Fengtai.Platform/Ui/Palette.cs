using Fengtai.Platform.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Ui;

/// <summary>Finds what somebody may mean by the words typed into the palette, among what they may see.</summary>
public interface IPaletteSource
{
    /// <summary>Who lacks it is not answered.</summary>
    Permission Permission { get; }

    /// <summary>The place of its group below those of other sources.</summary>
    int Order { get; }

    /// <param name="words">Trimmed; empty where nothing is typed yet.</param>
    /// <returns>Null where there is nothing to offer.</returns>
    Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation);
}

/// <summary>Findings of one kind, the best first.</summary>
public sealed record PaletteGroup(string TitleKey, IReadOnlyList<PaletteEntry> Entries);

/// <summary>One thing to go to.</summary>
public sealed record PaletteEntry(string Href, string Text, string Icon)
{
    /// <summary>Stands before the text.</summary>
    public string? Number { get; init; }

    /// <summary>What tells it from others of the same name.</summary>
    public string? Detail { get; init; }
}

/// <param name="IsPartial">Some source took too long.</param>
public sealed record PaletteFindings(IReadOnlyList<PaletteGroup> Groups, bool IsPartial);

/// <summary>What do all sources find? Within a bounded time: who types on wants the next answer, not this one.</summary>
internal sealed class Palette(IEnumerable<IPaletteSource> sources, TimeProvider time)
{
    public const int LongestWords = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<PaletteFindings> FindAsync(string typed, Actor actor, CancellationToken cancellation)
    {
        var words = (typed.Length > LongestWords ? typed[..LongestWords] : typed).Trim();
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var groups = new List<PaletteGroup>();
        foreach (var source in sources.Where(s => actor.May(s.Permission)).OrderBy(s => s.Order))
        {
            try
            {
                if (await source.FindAsync(words, actor, either.Token) is { Entries.Count: > 0 } group)
                {
                    groups.Add(group);
                }
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                return new(groups, IsPartial: true);
            }
        }
        return new(groups, IsPartial: false);
    }
}

public static class PaletteSetUp
{
    public static IServiceCollection AddPaletteSource<TSource>(this IServiceCollection services) where TSource : class, IPaletteSource =>
        services.AddScoped<IPaletteSource, TSource>();
}
