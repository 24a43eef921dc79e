using System.Collections.Concurrent;

namespace Fengtai.Identity;

/// <summary>The people whom lists name, kept until anything changes about anybody: each page of a list would ask for fifty of them.</summary>
public sealed class PersonCards
{
    /// <summary>About half a kilobyte each.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<Guid, PersonCard> _known = new();

    /// <summary>Those that exist, by id.</summary>
    /// <param name="load">Reads those that are not known.</param>
    internal async Task<IReadOnlyDictionary<Guid, PersonCard>> OfAsync(IEnumerable<Guid> ids, Func<List<Guid>, Task<List<PersonCard>>> load)
    {
        var found = new Dictionary<Guid, PersonCard>();
        var missing = new List<Guid>();
        foreach (var id in ids.Distinct())
        {
            if (_known.TryGetValue(id, out var card))
            {
                found[id] = card;
            }
            else
            {
                missing.Add(id);
            }
        }
        if (missing.Count == 0)
        {
            return found;
        }
        if (_known.Count >= Most)
        {
            _known.Clear();
        }
        foreach (var card in await load(missing))
        {
            found[card.Id] = _known[card.Id] = card;
        }
        return found;
    }
}
