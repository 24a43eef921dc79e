namespace Fengtai.Demo;

/// <summary>Chance that falls the same way every time (SplitMix64): the same seed makes the same demonstration on every machine.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _drawn;

    /// <summary>At least 0, less than 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double share) => Share() < share;

    /// <summary>At least 0, less than <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Share() * end);

    /// <summary>Both ends included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    public T Of<T>(IReadOnlyList<T> all, Func<T, double> weight)
    {
        var left = Share() * all.Sum(weight);
        return all.First(a => (left -= weight(a)) < 0 || ReferenceEquals(a, all[^1]) || Equals(a, all[^1]));
    }

    /// <summary>Minutes around a typical value: mostly less than twice, now and then many times that.</summary>
    public TimeSpan Around(double typicalMinutes)
    {
        var bell = Share() + Share() + Share() + Share() - 2;
        return TimeSpan.FromSeconds(Math.Ceiling(60 * typicalMinutes * Math.Exp(bell * 1.4)));
    }

    /// <summary>An independent chance for one thing among many, so that what happens to one changes nothing for the others.</summary>
    public Chance For(int index) => new(seed ^ Mix((ulong)index + 0x51_7C_C1_B7));

    private ulong Next() => Mix(seed + ++_drawn * 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
