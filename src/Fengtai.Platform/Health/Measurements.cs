using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Fengtai.Platform.Health;

/// <summary>Listens to the instruments of the server, the database driver, the runtime and our own (meters named <c>Fengtai…</c>), and keeps their totals.</summary>
public sealed class Measurements : IDisposable
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Npgsql", "System.Runtime"];

    /// <summary>More series than this of one instrument are a mistake in its labels, and are not kept.</summary>
    private const int MostSeries = 1000;

    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> _metrics = new();
    private readonly MeterListener _listener = new();

    public Measurements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name) || instrument.Meter.Name.StartsWith("Fengtai", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument, _metrics.GetOrAdd(instrument, _ => []));
            }
        };
        _listener.SetMeasurementEventCallback<double>(Take);
        _listener.SetMeasurementEventCallback<float>((i, v, tags, state) => Take(i, v, tags, state));
        _listener.SetMeasurementEventCallback<long>((i, v, tags, state) => Take(i, v, tags, state));
        _listener.SetMeasurementEventCallback<int>((i, v, tags, state) => Take(i, v, tags, state));
        _listener.Start();
    }

    /// <summary>Asks the observable instruments and answers everything, by name.</summary>
    public IReadOnlyList<Metric> Read()
    {
        _listener.RecordObservableInstruments();
        return [.. _metrics
            .Where(m => !m.Value.IsEmpty)
            .GroupBy(m => NameOf(m.Key), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Metric(g.Key, TypeOf(g.First().Key), g.First().Key.Description ?? "", [.. g.SelectMany(m => m.Value.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value))]))];
    }

    public void Dispose() => _listener.Dispose();

    private static void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var series = (ConcurrentDictionary<string, Series>)state!;
        var labels = new KeyValuePair<string, string>[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            labels[i] = new(Clean(tags[i].Key), Convert.ToString(tags[i].Value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }
        var key = string.Join('\n', labels.Select(l => l.Value));
        if (series.Count < MostSeries || series.ContainsKey(key))
        {
            series.GetOrAdd(key, static (_, l) => new Series(l), labels).Take(instrument, value);
        }
    }

    /// <summary><c>http.server.request.duration</c> in seconds becomes <c>http_server_request_duration_seconds</c>; totals end in <c>_total</c>.</summary>
    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", _ => "" };
        var name = Clean(instrument.Name);
        return (name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit) + (TypeOf(instrument) == "counter" ? "_total" : "");
    }

    private static string TypeOf(Instrument instrument) => Series.KindOf(instrument) switch
    {
        SeriesKind.Sum => "counter",
        SeriesKind.Level or SeriesKind.Balance => "gauge",
        SeriesKind.Distribution => "histogram",
    };

    private static string Clean(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}

public sealed record Metric(string Name, string Type, string Description, IReadOnlyList<Series> Series);
