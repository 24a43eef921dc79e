using Microsoft.AspNetCore.Mvc;

namespace Fengtai.Identity.Admin;

/// <summary>What the address of the list of people says.</summary>
public sealed record PeopleQuery
{
    public const string Path = "/admin/people";

    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    [FromQuery(Name = "role")]
    public string? Role { get; init; }

    /// <summary>The code of a team.</summary>
    [FromQuery(Name = "team")]
    public string? Team { get; init; }

    /// <summary><c>disabled</c> or <c>all</c>; otherwise the active ones.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }

    [FromQuery(Name = "before")]
    public string? Before { get; init; }

    public bool? IsActive => State switch
    {
        "disabled" => false,
        "all" => null,
        _ => true,
    };

    public bool IsFiltered => Parts(null).Any();

    /// <summary>The address with what it says now, but for one part and without the place in the list.</summary>
    public string Without(string? name, params (string Name, string? Value)[] and) => Address(Path, Parts(name).Concat(and.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!))));

    public string ExportAddress => Address(Path + "/export.csv", Parts(null));

    /// <summary>What the address says, but for one part.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts(string? without)
    {
        (string Name, string? Value)[] all = [("q", Words), ("role", Role), ("team", Team), ("state", State)];
        return all.Where(p => p.Name != without && !string.IsNullOrWhiteSpace(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value!));
    }

    private static string Address(string path, IEnumerable<KeyValuePair<string, string>> parts) =>
        string.Join('&', parts.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")) is { Length: > 0 } query ? $"{path}?{query}" : path;
}
