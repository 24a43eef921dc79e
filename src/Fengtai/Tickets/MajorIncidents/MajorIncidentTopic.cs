using Fengtai.Platform.Access;
using Fengtai.Platform.Live;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>Whoever reads the banner hears when it changes; nothing else is told by it.</summary>
internal sealed class MajorIncidentTopic : ITopicRule
{
    public string SubjectKind => MajorIncidentsChanged.SubjectKind;

    public Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation) =>
        Task.FromResult(actor.May(TicketPermissions.File) ? Sight.PublicOnly : Sight.None);
}
