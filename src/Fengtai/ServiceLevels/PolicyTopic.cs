using Fengtai.Platform.Access;
using Fengtai.Platform.Live;

namespace Fengtai.ServiceLevels;

/// <summary>Open administration pages are told of changes by others.</summary>
internal sealed class PolicyTopic : ITopicRule
{
    public string SubjectKind => Policy.SubjectKind;

    public Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation) =>
        Task.FromResult(actor.May(ServiceLevelPermissions.Administer) ? Sight.All : Sight.None);
}

/// <summary>The same for agreements.</summary>
internal sealed class AgreementTopic : ITopicRule
{
    public string SubjectKind => Agreement.SubjectKind;

    public Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation) =>
        Task.FromResult(actor.May(ServiceLevelPermissions.Read) ? Sight.All : Sight.None);
}
