using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Texts;

namespace Fengtai.Audit;

/// <summary>What happens to people.</summary>
internal sealed class AuditedPeople(People people) : AuditedKind
{
    public override string SubjectKind => "person";

    public override IReadOnlyList<string> EventKinds =>
    [
        "personCreated", "personChanged", "rolesChanged", "personDisabled", "personEnabled", "passwordChanged", "passwordLinkMade",
        "sessionStarted", "sessionEnded", "signInFailed", "signInLocked", "tokenCreated", "tokenRevoked",
    ];

    public override string EventKey(string eventKind) => $"identity.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => member switch
    {
        "session" or "token" => null,
        "rolesChanged" or "roles" => "identity.field.roles",
        "name" when eventKind is "tokenCreated" or "tokenRevoked" => "identity.field.tokenName",
        "login" or "name" or "staffNumber" or "department" or "site" or "phone" or "mobile" or "weChat" or "mail" or "culture" or "timeZone" or "isVip" => $"identity.field.{member}",
        _ => $"audit.data.{member}",
    };

    public override string? WordKey(string eventKind, string member, string value) => (eventKind, member) switch
    {
        ("rolesChanged", _) or (_, "roles") => $"identity.role.{value}",
        (_, "way" or "why") => $"audit.word.{value}",
        _ => null,
    };

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) =>
        (await people.ManyAsync(ids, cancellation)).ToDictionary(p => p.Key, p => new AuditedName(p.Value.Name, actor.May(IdentityPermissions.Administer) ? $"/admin/people/{p.Key}" : null));

    public override async Task<Guid?> FindAsync(string words, CancellationToken cancellation) =>
        await people.MeantAsync(null, words, cancellation) is { IsRefused: false, Value: var person } ? person.Id : null;
}

/// <summary>What happens to teams.</summary>
internal sealed class AuditedTeams(Teams teams) : AuditedKind
{
    public override string SubjectKind => "team";

    public override IReadOnlyList<string> EventKinds => ["teamCreated", "teamChanged", "teamMemberJoined", "teamMemberLeft", "teamLeadChanged"];

    public override string EventKey(string eventKind) => $"audit.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => member switch
    {
        "code" or "nameEn" or "line" or "person" => $"identity.field.{member}",
        "name" => "identity.field.teamName",
        _ => $"audit.data.{member}",
    };

    public override string? WordKey(string eventKind, string member, string value) => member == "line" ? $"identity.line.{value}" : null;

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) =>
        (await teams.AllAsync(cancellation)).Where(t => ids.Contains(t.Id))
            .ToDictionary(t => t.Id, t => new AuditedName(new Wording(t.Name, t.NameEn).ToString(), actor.May(IdentityPermissions.Administer) ? $"/admin/teams/{t.Id}" : null));

    public override async Task<Guid?> FindAsync(string words, CancellationToken cancellation) => (await teams.ByCodeAsync(words, cancellation))?.Id;
}
