using System.Globalization;
using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>Tells people of deadlines: each by itself, but of many at once in one sum, so that nobody is flooded after a standstill.</summary>
internal sealed class DeadlineNews(Notices notices, TicketLeads leads)
{
    public const string NoticeKind = "deadline";

    /// <summary>More than these at once are told in sum.</summary>
    private const int MostByThemselves = 3;

    // a thousand tickets have a few teams
    private readonly Dictionary<Guid, IReadOnlyList<Guid>> _leads = [];

    private IReadOnlyList<Guid>? _managers;

    public async Task TellAsync(IEnumerable<PassedStep> steps, CancellationToken cancellation)
    {
        var told = new List<(Guid Person, PassedStep Step)>();
        foreach (var step in steps)
        {
            foreach (var act in step.Step.Acts)
            {
                told.AddRange((await WhoAsync(act, step.Ticket, cancellation)).Select(p => (p, step)));
            }
        }
        foreach (var person in told.Distinct().GroupBy(t => t.Person, t => t.Step))
        {
            await TellAsync(person.Key, [.. person], cancellation);
        }
    }

    private async Task TellAsync(Guid person, IReadOnlyList<PassedStep> steps, CancellationToken cancellation)
    {
        if (steps.DistinctBy(s => s.Ticket.Id).Count() > MostByThemselves)
        {
            var most = steps.DistinctBy(s => s.Ticket.Id).ToList();
            await notices.TellAsync([person], new(NoticeKind, "levels.told.many", [most.Count.ToString(CultureInfo.InvariantCulture), most[0].Ticket.Number.ToString(CultureInfo.InvariantCulture)], "/desk?view=all&status=open&sort=nextDue"), Actor.System, cancellation);
            return;
        }
        // a warning that a standstill made late says the same as the deadline
        foreach (var step in steps.DistinctBy(s => (s.Ticket.Id, s.Clock.Kind, StageOf(s))))
        {
            await notices.TellAsync([person], Told(step), Actor.System, cancellation);
        }
    }

    private static Told Told(PassedStep step)
    {
        var number = step.Ticket.Number.ToString(CultureInfo.InvariantCulture);
        return new(NoticeKind, $"levels.told.{StageOf(step)}.{Words.Of(step.Clock.Kind)}", [number, step.Ticket.Subject], $"/desk/tickets/{number}");
    }

    private static string StageOf(PassedStep step) => step.Step.Moment switch
    {
        StepMoment.PercentLeft or StepMoment.MinutesBefore => step.Clock.State == ClockState.Missed ? "due" : "soon",
        StepMoment.Due => "due",
        _ => "late",
    };

    private async Task<IEnumerable<Guid>> WhoAsync(StepAct act, Ticket ticket, CancellationToken cancellation) => act switch
    {
        StepAct.TellOwner => Those(ticket.OwnerId),
        StepAct.TellAssignee => Those(ticket.AssigneeId),
        StepAct.TellLead => await LeadsAsync(ticket, cancellation),
        StepAct.TellManager => _managers ??= await leads.ManagersAsync(cancellation),
        _ => [],
    };

    private async Task<IReadOnlyList<Guid>> LeadsAsync(Ticket ticket, CancellationToken cancellation)
    {
        var team = ticket.TeamId ?? Guid.Empty;
        if (!_leads.TryGetValue(team, out var known))
        {
            _leads[team] = known = await leads.OfAsync(ticket, cancellation);
        }
        return known;
    }

    private static IEnumerable<Guid> Those(Guid? person) => person is { } id ? [id] : [];
}
