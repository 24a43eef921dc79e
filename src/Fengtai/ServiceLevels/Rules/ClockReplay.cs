using Fengtai.Calendars;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>The clocks of one ticket, run from its events by the same rules as if it were lived now.</summary>
/// <param name="others">Those of tickets that were merged into it; null where they are not known.</param>
internal sealed class ClockReplay(Guid ticket, Func<Guid, WorkingTime> calendars, Func<Guid, ClockReplay?> others)
{
    private readonly List<Clock> _clocks = [];

    public IReadOnlyList<Clock> Clocks => _clocks;

    /// <param name="act">What happened at once: it is followed when all of it has happened.</param>
    /// <param name="course">Of the ticket after it.</param>
    /// <param name="promises">What applies to it then.</param>
    public void Follow(IReadOnlyCollection<Happened> act, TicketCourse course, Promises promises)
    {
        var rules = new ClockRules(ticket, _clocks);
        foreach (var (happened, byPerson, at) in act)
        {
            var known = _clocks.Count;
            rules.Follow(happened, at, byPerson, promises);
            switch (happened)
            {
                case TicketAbsorbed e when others(e.OtherId) is { } other:
                    Reckon();
                    other.Reckon();
                    rules.Hasten(e.OtherId, other.Clocks.Where(c => ClockRules.GoesOnWhenMerged(c, at)), at, promises);
                    break;
                case TicketReleased e:
                    rules.Release(e.OtherId);
                    break;
            }
            Attribution.Write(_clocks, known, course.Priority, course.Where.Team);
        }
    }

    /// <summary>Deadlines are compared, so they have to be there.</summary>
    private void Reckon() => _clocks.ForEach(c => c.DueAt = ClockReading.Of(c.Turns, calendars).DueAt);
}

/// <param name="ByPerson">Not by the system.</param>
internal sealed record Happened(TicketEvent Event, bool ByPerson, DateTimeOffset At);
