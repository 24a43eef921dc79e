using Fengtai.Platform.Events;

namespace Fengtai.Identity;

/// <summary>What happens to a person. Never holds a password, a token, or the hash of one.</summary>
public abstract record PersonEvent : Event
{
    public static Subject Of(Guid person) => new("person", person);
}

/// <param name="Way">administration, import, command or firstRun.</param>
public sealed record PersonCreated(string Login, string Name, IReadOnlyList<string> Roles, string Way) : PersonEvent
{
    public override string Kind => "personCreated";
}

/// <summary>Details changed, by the name of the detail.</summary>
public sealed record PersonChanged(IReadOnlyDictionary<string, ValueChange> Changes) : PersonEvent
{
    public override string Kind => "personChanged";
}

public sealed record ValueChange(string? From, string? To);

public sealed record RolesChanged(IReadOnlyList<string> From, IReadOnlyList<string> To) : PersonEvent
{
    public override string Kind => "rolesChanged";
}

/// <summary>Can no longer sign in; all sessions ended.</summary>
public sealed record PersonDisabled : PersonEvent
{
    public override string Kind => "personDisabled";
}

public sealed record PersonEnabled : PersonEvent
{
    public override string Kind => "personEnabled";
}

/// <param name="Way">own, link or command.</param>
public sealed record PasswordChanged(string Way) : PersonEvent
{
    public override string Kind => "passwordChanged";
}

/// <summary>An administrator made a link for setting a new password.</summary>
public sealed record PasswordLinkMade(DateTimeOffset Until) : PersonEvent
{
    public override string Kind => "passwordLinkMade";
}

public sealed record SessionStarted(Guid Session, string Address, string Device) : PersonEvent
{
    public override string Kind => "sessionStarted";
}

/// <param name="Why">signedOut, ended, passwordChanged, disabled.</param>
public sealed record SessionEnded(Guid Session, string Why) : PersonEvent
{
    public override string Kind => "sessionEnded";
}

public sealed record SignInFailed(string Address) : PersonEvent
{
    public override string Kind => "signInFailed";
}

public sealed record SignInLocked(DateTimeOffset Until) : PersonEvent
{
    public override string Kind => "signInLocked";
}

public sealed record TokenCreated(Guid Token, string Name, bool MayWrite, DateTimeOffset ExpiresAt) : PersonEvent
{
    public override string Kind => "tokenCreated";
}

public sealed record TokenRevoked(Guid Token, string Name) : PersonEvent
{
    public override string Kind => "tokenRevoked";
}

/// <summary>What happens to a team.</summary>
public abstract record TeamEvent : Event
{
    public static Subject Of(Guid team) => new("team", team);
}

public sealed record TeamCreated(string Code, string Name, string NameEn, TeamLine Line) : TeamEvent
{
    public override string Kind => "teamCreated";
}

public sealed record TeamChanged(IReadOnlyDictionary<string, ValueChange> Changes) : TeamEvent
{
    public override string Kind => "teamChanged";
}

public sealed record TeamMemberJoined(Guid Person, bool Leads) : TeamEvent
{
    public override string Kind => "teamMemberJoined";
}

public sealed record TeamMemberLeft(Guid Person) : TeamEvent
{
    public override string Kind => "teamMemberLeft";
}

public sealed record TeamLeadChanged(Guid Person, bool Leads) : TeamEvent
{
    public override string Kind => "teamLeadChanged";
}
