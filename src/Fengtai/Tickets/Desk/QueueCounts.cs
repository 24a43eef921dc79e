using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Desk;

/// <summary>How many are in each view? Asked once per request, whoever shows it.</summary>
internal sealed class QueueCounts(TicketCounts counts, SavedViews saved, CountsMemory memory, IServiceScopeFactory scopes, TimeProvider time)
{
    private Task<ViewCounts>? _counts;

    public Task<ViewCounts> OfAsync(Actor actor, CancellationToken cancellation) => _counts ??= CountAsync(actor, cancellation);

    /// <summary>Beyond <see cref="TicketCounts.Limit"/> nobody counted; a dash is not known.</summary>
    public static string Said(TicketCount? count) => count switch
    {
        null => "–",
        { OrMore: true } => $"{TicketCounts.Limit - 1}+",
        { Number: var number } => number.ToString("N0", CultureInfo.InvariantCulture),
    };

    private async Task<ViewCounts> CountAsync(Actor actor, CancellationToken cancellation)
    {
        var builtIn = QueueViews.For(actor);
        var own = await saved.OfAsync(actor, cancellation);
        var words = string.Join('\n', builtIn.Select(v => Words.Of(v)).Concat(own.Select(v => $"{Words.Of(v.Base)}&{v.Filter}")));
        var found = await memory.OfAsync(actor.Id, words, async () =>
        {
            // parts of a page ask while it is rendered, so what they ask with is theirs alone
            await using var scope = scopes.CreateAsyncScope();
            var filters = scope.ServiceProvider.GetRequiredService<TicketFilters>();
            var wanted = new List<TicketFilter?>(builtIn.Select(v => QueueViews.Filter(v, actor, time.GetUtcNow())));
            foreach (var view in own)
            {
                wanted.Add(await FilterAsync(filters, view, actor, cancellation));
            }
            // a view that is no longer understood has no count, and says why when it is opened
            var known = wanted.OfType<TicketFilter>().ToList();
            var numbers = new Queue<TicketCount?>(await counts.OfAsync(known, actor, cancellation));
            return [.. wanted.Select(w => w is null ? null : numbers.Dequeue())];
        });
        return new(builtIn.Zip(found).ToDictionary(c => c.First, c => c.Second), own.Zip(found.Skip(builtIn.Count)).ToDictionary(c => c.First.Id, c => c.Second));
    }

    private async Task<TicketFilter?> FilterAsync(TicketFilters filters, SavedView view, Actor actor, CancellationToken cancellation)
    {
        var filter = await filters.ReadAsync(FilterTexts.Read(view.Filter), actor, cancellation);
        return filter.IsRefused ? null : QueueViews.Filter(view.Base, actor, time.GetUtcNow()).And(filter.Value);
    }
}

/// <summary>By built-in view and by the id of a saved one; null is not known.</summary>
internal sealed record ViewCounts(IReadOnlyDictionary<QueueView, TicketCount?> BuiltIn, IReadOnlyDictionary<Guid, TicketCount?> Saved)
{
    public TicketCount? Of(QueueAddress address) => address.Saved is { } id ? Saved.GetValueOrDefault(id) : BuiltIn.GetValueOrDefault(address.View);
}
