using Fengtai.Calendars;
using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels;

/// <summary>When people work at other times, open clocks are calculated anew. A holiday list says so for each calendar that follows it.</summary>
internal sealed class FollowCalendars : IReaction<CalendarEvent>
{
    public Task ReactAsync(Occurrence<CalendarEvent> occurrence, Work work, CancellationToken cancellation)
    {
        if (occurrence.Event is CalendarChanged { MovesTime: true })
        {
            RecomputeClocks.Begin(work, calendar: occurrence.Subject.Id);
        }
        return Task.CompletedTask;
    }
}

/// <summary>When something else is promised, the open clocks of the policy follow.</summary>
internal sealed class FollowPolicies : IReaction<PolicyEvent>
{
    public Task ReactAsync(Occurrence<PolicyEvent> occurrence, Work work, CancellationToken cancellation)
    {
        if (occurrence.Event is PolicyEdited { MovesClocks: true })
        {
            RecomputeClocks.Begin(work, policy: occurrence.Subject.Id);
        }
        return Task.CompletedTask;
    }
}

/// <summary>When something else is agreed with a team or supplier, their open clocks follow.</summary>
internal sealed class FollowAgreements : IReaction<AgreementEvent>
{
    public Task ReactAsync(Occurrence<AgreementEvent> occurrence, Work work, CancellationToken cancellation)
    {
        if (occurrence.Event is AgreementEdited { MovesClocks: true })
        {
            RecomputeClocks.Begin(work, agreement: occurrence.Subject.Id);
        }
        return Task.CompletedTask;
    }
}
