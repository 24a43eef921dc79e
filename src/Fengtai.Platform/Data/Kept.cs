using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Data;

/// <summary>
/// A small answer that nearly every page needs and hardly anybody changes, kept in this node's memory until an event of one of
/// its subjects: at once where it happened here, with the live tail where it happened on another node.
/// What is kept is shared by all requests: nobody changes it.
/// </summary>
/// <param name="subjectKinds">Whose events make it out of date.</param>
public sealed class Kept<T>(params IReadOnlyList<string> subjectKinds) : IKept where T : class
{
    private readonly Lock _lock = new();
    private int _version;
    private T? _value;

    IReadOnlyList<string> IKept.SubjectKinds => subjectKinds;

    public async ValueTask<T> GetAsync(Func<Task<T>> load)
    {
        if (Volatile.Read(ref _value) is { } kept)
        {
            return kept;
        }
        var before = Volatile.Read(ref _version);
        var value = await load();
        lock (_lock)
        {
            // what was read before a change must not be kept after it
            if (_version == before)
            {
                _value = value;
            }
        }
        return value;
    }

    void IKept.Forget()
    {
        lock (_lock)
        {
            _version++;
            _value = null;
        }
    }
}

internal interface IKept
{
    IReadOnlyList<string> SubjectKinds { get; }

    void Forget();
}

/// <summary>Everything that is kept, by whose events it depends on.</summary>
internal sealed class KeptAnswers(IEnumerable<IKept> all)
{
    private readonly ILookup<string, IKept> _bySubject = all.SelectMany(k => k.SubjectKinds.Select(s => (Subject: s, Kept: k))).ToLookup(p => p.Subject, p => p.Kept, StringComparer.Ordinal);

    public void Forget(string subjectKind)
    {
        foreach (var kept in _bySubject[subjectKind])
        {
            kept.Forget();
        }
    }

    public void ForgetAll()
    {
        foreach (var kept in _bySubject.SelectMany(k => k))
        {
            kept.Forget();
        }
    }
}

public static class KeptRegistration
{
    public static IServiceCollection AddKept<T>(this IServiceCollection services, params string[] subjectKinds) where T : class
    {
        var kept = new Kept<T>(subjectKinds);
        return services.AddSingleton(kept).AddSingleton<IKept>(kept);
    }
}
