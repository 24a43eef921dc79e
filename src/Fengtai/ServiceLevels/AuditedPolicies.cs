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
