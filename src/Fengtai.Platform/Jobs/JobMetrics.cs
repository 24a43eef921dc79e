using System.Diagnostics.Metrics;

namespace Fengtai.Platform.Jobs;

/// <summary>How many jobs of which kind ran, how they ended and how long they took: <c>fengtai_job_duration_seconds</c>.</summary>
internal static class JobMetrics
{
    private static readonly Meter Meter = new("Fengtai.Jobs");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("fengtai.job.duration", "s", "How long jobs and recurring work took.");

    public static void Ended(string kind, TimeSpan took, bool failed) =>
        Duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", failed ? "failed" : "done"));
}
