using System.Collections.Concurrent;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;

namespace Fengtai.Tickets.Desk;

/// <summary>
/// The counts beside somebody's views, for a moment: every page of the desk shows them, and every open page asks again when anything changes.
/// What a person does themselves is counted at once; what others do, within <see cref="CountsAge"/>.
/// </summary>
internal class CountsMemory(CountsAge age, TimeProvider time)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<Guid, Entry> _known = new();

    /// <param name="views">What is counted, in words: other views are counted anew.</param>
    public async Task<IReadOnlyList<TicketCount?>> OfAsync(Guid person, string views, Func<Task<IReadOnlyList<TicketCount?>>> count)
    {
        if (_known.TryGetValue(person, out var known) && known.Views == views && (time.GetElapsedTime(known.At) < age.Fresh || time.GetElapsedTime(known.At) < age.Usable && !known.Claim()))
        {
            return known.Counts;
        }
        var begun = time.GetTimestamp();
        var counts = await count();
        if (_known.Count >= Most)
        {
            _known.Clear();
        }
        _known[person] = new(views, counts, begun);
        return counts;
    }

    public void Forget(Guid person) => _known.TryRemove(person, out _);

    private sealed class Entry(string views, IReadOnlyList<TicketCount?> counts, long at)
    {
        private int _claimed;

        public string Views => views;

        public IReadOnlyList<TicketCount?> Counts => counts;

        public long At => at;

        /// <summary>True for the one who counts anew; the others go on with what is known.</summary>
        public bool Claim() => Interlocked.Exchange(ref _claimed, 1) == 0;
    }
}

/// <summary>How many fit the filter that somebody looks at: an open list is shown anew whenever anything changes.</summary>
internal sealed class TotalMemory(CountsAge age, TimeProvider time) : CountsMemory(age, time);

/// <param name="Fresh">As good as counted now.</param>
/// <param name="Usable">Shown while somebody else counts anew.</param>
internal sealed record CountsAge(TimeSpan Fresh, TimeSpan Usable)
{
    public static readonly CountsAge Usual = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));
}

/// <summary>Whoever has just changed a ticket sees other counts on the next page.</summary>
internal sealed class ForgetCounts(CountsMemory memory, TotalMemory totals) : IReaction<TicketEvent>
{
    public Task ReactAsync(Occurrence<TicketEvent> occurrence, Work work, CancellationToken cancellation)
    {
        if (occurrence.Actor.PersonId is { } person)
        {
            memory.Forget(person);
            totals.Forget(person);
        }
        return Task.CompletedTask;
    }
}
