using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>The clocks of one ticket, run from its events by the same rules as if it were lived now.</summary>
/// <param name="promised">What applies to the ticket as it is.</param>
internal sealed class ClockReplay(Guid ticket, TicketCourse course, Func<TicketCourse, Promises> promised)
{
    private readonly List<Clock> _clocks = [];

    public IReadOnlyList<Clock> Clocks => _clocks;

    /// <param name="act">What happened at once: it is followed when all of it has happened.</param>
    public void Follow(IReadOnlyCollection<Happened> act)
    {
        foreach (var one in act)
        {
            course.Follow(one.Event);
        }
        var (rules, promises) = (new ClockRules(ticket, _clocks), promised(course));
        foreach (var (happened, byPerson, at) in act)
        {
            var known = _clocks.Count;
            rules.Follow(happened, at, byPerson, promises);
            Attribution.Write(_clocks, known, course.Priority, course.Where.Team);
        }
    }
}

/// <param name="ByPerson">Not by the system.</param>
internal sealed record Happened(TicketEvent Event, bool ByPerson, DateTimeOffset At);
