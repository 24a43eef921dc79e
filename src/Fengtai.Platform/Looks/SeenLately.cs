namespace Fengtai.Platform.Looks;

/// <summary>
/// Who saw whom in the last ten minutes, on this node: within that time the same look is not recorded again. Forgets rather than grows;
/// what is forgotten is recorded once more.
/// </summary>
internal sealed class SeenLately
{
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    private const int Most = 100_000;

    private readonly Dictionary<(Guid Viewer, Guid Person), DateTimeOffset> _seen = [];
    private readonly Lock _lock = new();

    /// <summary>Those among the people whom the viewer had not seen; from now on they are seen.</summary>
    public IReadOnlyList<Guid> New(Guid viewer, IEnumerable<Guid> people, DateTimeOffset now)
    {
        lock (_lock)
        {
            Forget(now);
            var fresh = people.Distinct().Where(p => p != viewer && !(_seen.TryGetValue((viewer, p), out var at) && now - at < Span)).ToList();
            fresh.ForEach(p => _seen[(viewer, p)] = now);
            return fresh;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_seen.Count < Most)
        {
            return;
        }
        foreach (var (key, at) in _seen)
        {
            if (now - at >= Span)
            {
                _seen.Remove(key);
            }
        }
        if (_seen.Count >= Most)
        {
            _seen.Clear();
        }
    }
}
