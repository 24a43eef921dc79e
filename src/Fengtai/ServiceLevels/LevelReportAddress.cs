using Microsoft.AspNetCore.Mvc;

namespace Fengtai.ServiceLevels;

/// <summary>What the address of the report says.</summary>
public sealed record LevelReportAddress
{
    public const string Path = "/desk/service-levels/report";
    public const string ClocksPath = Path + "/clocks";
    public const string CsvPath = Path + ".csv";

    public const string ByPriority = "priority";
    public const string ByTeam = "team";

    /// <summary>The first month: <c>2026-09</c>; left out, two months before the last.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last month, included; left out, the present one.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>A kind of clock: <c>resolution</c>.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    /// <summary>Code of a team, or <c>none</c>.</summary>
    [FromQuery(Name = "team")]
    public string? Team { get; init; }

    /// <summary>What it is parted by beside kind and month: <c>priority</c>, <c>team</c> or, with a comma, both.</summary>
    [FromQuery(Name = "by")]
    public string? By { get; init; }

    public bool IsFiltered => Parts("from", "to", "by").Any();

    public string Href => Write(Path);

    public string CsvHref => Write(CsvPath);

    /// <summary>The clocks behind a figure.</summary>
    /// <param name="state">Null for all that were decided.</param>
    public string ClocksHref(string? state = null, string? after = null) => Write(ClocksPath, ("state", state), ("after", after));

    /// <summary>What it says, but for some parts.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts(params string[] without)
    {
        (string Name, string? Value)[] all = [("from", From), ("to", To), ("kind", Kind), ("priority", Priority), ("team", Team), ("by", By)];
        return all.Where(p => !without.Contains(p.Name) && !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value!));
    }

    private string Write(string path, params IEnumerable<(string Name, string? Value)> more)
    {
        var parts = Parts().Concat(more.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value!)));
        return string.Join('&', parts.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")) is { Length: > 0 } query ? $"{path}?{query}" : path;
    }
}
