using Fengtai.Platform.Access;
using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels;

/// <summary>What happens to policies, for the auditor.</summary>
internal sealed class AuditedPolicies(PolicyBook book) : AuditedKind
{
    public override string SubjectKind => Policy.SubjectKind;

    public override IReadOnlyList<string> EventKinds => ["policyAdded", "policyEdited", "policyOrdered", "policyDeactivated", "policyActivated"];

    public override string EventKey(string eventKind) => $"levels.event.{eventKind}";

    // a target is called by its clock, a step by its number: target.resolution, steps.2
    public override string? LabelKey(string eventKind, string member) => $"levels.data.{member.Split('.')[0]}";

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) =>
        (await book.AllAsync(cancellation)).InOrder.Where(p => ids.Contains(p.Id))
            .ToDictionary(p => p.Id, p => new AuditedName(p.Title.ToString(), actor.May(ServiceLevelPermissions.Administer) ? $"/admin/service-levels/{p.Id}" : null));
}

/// <summary>What happens to agreements, for the auditor.</summary>
internal sealed class AuditedAgreements(AgreementBook book) : AuditedKind
{
    public override string SubjectKind => Agreement.SubjectKind;

    public override IReadOnlyList<string> EventKinds => ["agreementAdded", "agreementEdited", "agreementEnded", "agreementReviewIsDue", "agreementEndsSoon"];

    public override string EventKey(string eventKind) => $"levels.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => $"levels.data.{member.Split('.')[0]}";

    public override string? WordKey(string eventKind, string member, string value) => member == "type" ? AuditedWord.Key<AgreementKind>(value) : null;

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) =>
        (await book.AllAsync(cancellation)).All.Where(a => ids.Contains(a.Id))
            .ToDictionary(a => a.Id, a => new AuditedName(a.Title.ToString(), actor.May(ServiceLevelPermissions.Read) ? $"/desk/agreements/{a.Id}" : null));
}
