using System.Diagnostics.Metrics;

namespace Fengtai.Platform.Health;

/// <summary>The total of one instrument under one set of labels.</summary>
public sealed class Series(IReadOnlyList<KeyValuePair<string, string>> labels)
{
    /// <summary>Upper bounds in seconds, fit for requests from a millisecond to half a minute; 40 ms is what the desk's pages are held to.</summary>
    internal static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.04, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly Lock _lock = new();
    private readonly long[] _atMost = new long[Bounds.Length];
    private double _value;
    private long _count;

    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; } = labels;

    /// <summary>The sum, or the latest level.</summary>
    public double Value { get { lock (_lock) { return _value; } } }

    public long Count { get { lock (_lock) { return _count; } } }

    /// <summary>How many measurements were at most as large as each of <see cref="Bounds"/>.</summary>
    public IReadOnlyList<long> AtMost { get { lock (_lock) { return [.. _atMost]; } } }

    internal void Take(Instrument instrument, double value)
    {
        lock (_lock)
        {
            var kind = KindOf(instrument);
            _value = kind == SeriesKind.Level || instrument.IsObservable ? value : _value + value;
            _count++;
            for (var i = Bounds.Length - 1; kind == SeriesKind.Distribution && i >= 0 && value <= Bounds[i]; i--)
            {
                _atMost[i]++;
            }
        }
    }

    internal static SeriesKind KindOf(Instrument instrument)
    {
        var name = instrument.GetType().Name;
        return name.Contains("UpDownCounter", StringComparison.Ordinal) ? SeriesKind.Balance
            : name.Contains("Counter", StringComparison.Ordinal) ? SeriesKind.Sum
            : name.Contains("Histogram", StringComparison.Ordinal) ? SeriesKind.Distribution
            : SeriesKind.Level;
    }
}

internal enum SeriesKind
{
    /// <summary>Only grows.</summary>
    Sum,

    /// <summary>Grows and shrinks by what is added.</summary>
    Balance,

    /// <summary>The latest value counts.</summary>
    Level,

    /// <summary>How the values spread.</summary>
    Distribution,
}
