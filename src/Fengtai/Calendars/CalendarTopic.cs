using Fengtai.Platform.Access;
using Fengtai.Platform.Live;

namespace Fengtai.Calendars;

/// <summary>Open administration pages are told of changes by others.</summary>
internal sealed class CalendarTopic : ITopicRule
{
    public string SubjectKind => CalendarEvent.SubjectKind;

    public Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation) =>
        Task.FromResult(actor.May(CalendarPermissions.Administer) ? Sight.All : Sight.None);
}
