using System.Globalization;
using System.Text;

namespace Fengtai.Platform.Health;

/// <summary>Writes what <see cref="Measurements"/> has gathered in Prometheus' text format 0.0.4.</summary>
public sealed class PrometheusText(Measurements measurements)
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public string Write()
    {
        var text = new StringBuilder();
        foreach (var metric in measurements.Read())
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {metric.Name} {Escape(metric.Description)}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {metric.Name} {metric.Type}\n");
            foreach (var series in metric.Series)
            {
                Write(text, metric, series);
            }
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Metric metric, Series series)
    {
        if (metric.Type != "histogram")
        {
            Line(text, metric.Name, series.Labels, "", series.Value);
            return;
        }
        for (var i = 0; i < Series.Bounds.Length; i++)
        {
            Line(text, metric.Name + "_bucket", series.Labels, Number(Series.Bounds[i]), series.AtMost[i]);
        }
        Line(text, metric.Name + "_bucket", series.Labels, "+Inf", series.Count);
        Line(text, metric.Name + "_sum", series.Labels, "", series.Value);
        Line(text, metric.Name + "_count", series.Labels, "", series.Count);
    }

    private static void Line(StringBuilder text, string name, IReadOnlyList<KeyValuePair<string, string>> labels, string bound, double value)
    {
        var all = bound.Length > 0 ? [.. labels, new("le", bound)] : labels;
        text.Append(name);
        if (all.Count > 0)
        {
            text.Append('{').AppendJoin(',', all.Select(l => $"{l.Key}=\"{Escape(l.Value)}\"")).Append('}');
        }
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
