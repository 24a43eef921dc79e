using System.Text.Json;

namespace Fengtai.Identity.Admin;

public sealed record PersonView(Person Person, IReadOnlyList<TeamCard> Teams, IReadOnlyList<TeamCard> AllTeams, AccessView Access, IReadOnlyList<HistoryEntry> History)
{
    public PersonForm Form => new()
    {
        Login = Person.Login,
        Name = Person.Name,
        StaffNumber = Person.StaffNumber,
        Department = Person.Department,
        Site = Person.Site,
        Phone = Person.Phone,
        Mobile = Person.Mobile,
        WeChat = Person.WeChat,
        Mail = Person.Mail,
        Culture = Person.Culture,
        TimeZone = Person.TimeZone,
        IsVip = Person.IsVip ? "true" : null,
        Version = Person.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}

/// <param name="LockedUntil">Null where the login is not locked.</param>
/// <param name="Sessions">How many browsers are signed in.</param>
/// <param name="Tokens">How many programs may act as this person.</param>
public sealed record AccessView(bool HasPassword, DateTimeOffset? LastSignInAt, DateTimeOffset? LockedUntil, int Sessions, int Tokens);

/// <param name="Who">Null: the system, or somebody who was not signed in.</param>
/// <param name="Changes">What is different, by the name of the detail; with From null it was not there before.</param>
public sealed record HistoryEntry(long Id, string Kind, DateTimeOffset At, string? Who, IReadOnlyList<HistoryChange> Changes)
{
    /// <summary>Changes and circumstances in the data of an event.</summary>
    internal static IReadOnlyList<HistoryChange> Details(string data)
    {
        using var json = JsonDocument.Parse(data);
        var root = json.RootElement;
        return root.TryGetProperty("changes", out var changes)
            ? [.. changes.EnumerateObject().Select(c => new HistoryChange(c.Name, Text(c.Value.GetProperty("from")), Text(c.Value.GetProperty("to"))))]
            : root.TryGetProperty("from", out var from)
                ? [new("roles", Text(from), Text(root.GetProperty("to")))]
                : [];
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(v => v.GetString())),
        _ => value.ToString(),
    };
}

public sealed record HistoryChange(string Name, string? From, string? To);
