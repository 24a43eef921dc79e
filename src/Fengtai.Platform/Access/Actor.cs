using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Access;

/// <summary>Who acts: a person, the system itself (jobs, reactions), or nobody yet (not signed in).</summary>
public sealed class Actor
{
    public const string DefaultZone = "Asia/Shanghai";

    private static readonly FrozenSet<Permission> Nothing = [];

    /// <summary>The system: jobs and automatic follow-ups. May do everything.</summary>
    public static readonly Actor System = new() { Kind = ActorKind.System, Login = "system" };

    /// <summary>Somebody who has not signed in. May do nothing.</summary>
    public static readonly Actor Anonymous = new() { Kind = ActorKind.Anonymous };

    public ActorKind Kind { get; init; } = ActorKind.Person;

    /// <summary>The person's id; empty for the system and for nobody.</summary>
    public Guid Id { get; init; }

    public string Login { get; init; } = "";

    public string Name { get; init; } = "";

    public FrozenSet<string> Roles { get; init; } = [];

    public FrozenSet<Permission> Permissions { get; init; } = Nothing;

    /// <summary>The teams this person works in.</summary>
    public FrozenSet<Guid> Teams { get; init; } = [];

    public string? Department { get; init; }

    /// <summary>BCP 47 language of the person; null where none was chosen.</summary>
    public string? Culture { get; init; }

    /// <summary>IANA time zone of the person; null where none was chosen.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The person's time zone; where none was chosen, or one that does not exist, China's.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? DefaultZone, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(DefaultZone);

    /// <summary>The session or API token that this request came with; null for the system.</summary>
    public Guid? Credential { get; init; }

    /// <summary>Came with an API token that was given for reading: only GET and HEAD are answered.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The page that this person must see to before any other, such as changing a password that was given to them; null mostly.</summary>
    public string? MustFirst { get; init; }

    public bool IsSignedIn => Kind == ActorKind.Person;

    public Guid? PersonId => Kind == ActorKind.Person ? Id : null;

    public bool May(Permission permission) => Kind == ActorKind.System || Permissions.Contains(permission);

    public bool Is(Guid? person) => Kind == ActorKind.Person && person == Id;

    public bool IsIn(Guid? team) => team is { } id && Teams.Contains(id);

    /// <summary>Lets an endpoint take the actor as a parameter.</summary>
    public static ValueTask<Actor> BindAsync(HttpContext http) => ValueTask.FromResult(http.Actor());
}

public enum ActorKind
{
    /// <summary>A person with an account, by session or API token.</summary>
    Person,

    /// <summary>The application itself.</summary>
    System,

    /// <summary>Not signed in.</summary>
    Anonymous,
}

public static class HttpActor
{
    private static readonly object Key = new();

    public static Actor Actor(this HttpContext http) => http.Items.TryGetValue(Key, out var actor) ? (Actor)actor! : Access.Actor.Anonymous;

    /// <summary>Called once per request by whoever authenticates.</summary>
    public static void SetActor(this HttpContext http, Actor actor) => http.Items[Key] = actor;
}
