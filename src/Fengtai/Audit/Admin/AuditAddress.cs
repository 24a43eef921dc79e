using Microsoft.AspNetCore.Mvc;

namespace Fengtai.Audit.Admin;

/// <summary>What the address of the audit page says.</summary>
public sealed record AuditAddress
{
    public const string Path = "/admin/audit";

    private const string Looks = "looks";

    /// <summary><c>looks</c>; otherwise events.</summary>
    [FromQuery(Name = "log")]
    public string? Log { get; init; }

    /// <summary>Who: the id of a person.</summary>
    [FromQuery(Name = "actor")]
    public string? Actor { get; init; }

    /// <summary>What was typed for <see cref="Actor"/> where nobody was picked.</summary>
    [FromQuery(Name = "who")]
    public string? Who { get; init; }

    /// <summary>The id of a subject, or what it is called: a ticket's number, a person's login, a team's code.</summary>
    [FromQuery(Name = "about")]
    public string? About { get; init; }

    /// <summary><c>person.rolesChanged</c>, or only <c>person</c>; of looks their kind.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>The first day.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }

    public bool IsLooks => Log == Looks;

    public bool IsFiltered => Parts("log").Count > 0;

    public string ExportAddress => Address(Path + "/export.csv", Parts());

    public static string OfEvents => Path;

    public static string OfLooks => $"{Path}?log={Looks}";

    /// <summary>The address with what it says now, but for some parts and without the place in the list.</summary>
    public string Without(params ReadOnlySpan<string> names) => Address(Path, Parts(names));

    public string With(string name, string value) => Address(Path, Parts(name).Append(KeyValuePair.Create(name, value)));

    /// <summary>What the address says, but for some parts.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parts(params ReadOnlySpan<string> without)
    {
        (string Name, string? Value)[] all =
        [
            ("log", IsLooks ? Looks : null), ("actor", Actor), ("who", string.IsNullOrEmpty(Actor) ? Who : null), ("about", About), ("kind", Kind), ("from", From), ("to", To), ("q", Words),
        ];
        var left = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in all)
        {
            if (!without.Contains(name) && !string.IsNullOrWhiteSpace(value))
            {
                left.Add(new(name, value.Trim()));
            }
        }
        return left;
    }

    private static string Address(string path, IEnumerable<KeyValuePair<string, string>> parts) =>
        string.Join('&', parts.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")) is { Length: > 0 } query ? $"{path}?{query}" : path;
}
