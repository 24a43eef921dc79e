using System.Collections.ObjectModel;
using Fengtai.Platform.Ui;

namespace Fengtai.Identity.Portal;

/// <summary>The time zones to choose from, by their IANA names; the one most people here live in comes first.</summary>
public static class TimeZones
{
    private const string Here = "Asia/Shanghai";

    public static ReadOnlyCollection<Option> Options { get; } = TimeZoneInfo.GetSystemTimeZones()
        .Select(z => z.Id)
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal))
        .OrderBy(id => id != Here)
        .ThenBy(id => id, StringComparer.Ordinal)
        .Select(id => new Option(id, id.Replace('_', ' ')))
        .ToList()
        .AsReadOnly();
}
