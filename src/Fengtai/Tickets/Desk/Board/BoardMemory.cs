using System.Collections.Concurrent;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>
/// The numbers of a board for a moment: every open board asks again when anything changes, and several that ask for the same at once are answered by one counting.
/// A board says when it was counted and asks again by itself, so nothing old stays.
/// </summary>
internal sealed class BoardMemory(BoardAge age, TimeProvider time)
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <param name="question">Whose tickets, which filter, which days, in words: others are counted anew.</param>
    public async Task<Result<BoardNumbers>> OfAsync(string question, Func<Task<Result<BoardNumbers>>> count)
    {
        if (_known.TryGetValue(question, out var known) && time.GetElapsedTime(known.At) < age.Fresh)
        {
            return await known.Numbers.Value;
        }
        if (_known.Count >= Most)
        {
            _known.Clear();
        }
        var entry = new Entry(new(count), time.GetTimestamp());
        entry = known is null ? _known.GetOrAdd(question, entry) : _known.TryUpdate(question, entry, known) ? entry : _known.GetOrAdd(question, entry);
        try
        {
            return await entry.Numbers.Value;
        }
        catch
        {
            _known.TryRemove(KeyValuePair.Create(question, entry));
            throw;
        }
    }

    private sealed record Entry(Lazy<Task<Result<BoardNumbers>>> Numbers, long At);
}

/// <param name="Fresh">As good as counted now.</param>
internal sealed record BoardAge(TimeSpan Fresh)
{
    public static readonly BoardAge Usual = new(TimeSpan.FromSeconds(3));
}
