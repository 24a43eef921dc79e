using Fengtai.Demo.Cast;
using Fengtai.Demo.Days;
using Fengtai.Demo.Stories;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>
/// One ticket's life as it is told: who is in it, what time it is. The chapters are sequences of the moments at which something more happens;
/// whoever listens may stop after any of them, and the ticket is then as it was at that moment.
/// </summary>
internal sealed partial class Tale
{
    private readonly World _world;
    private readonly Story _story;
    private readonly Plan _plan;
    private readonly Chance _chance;
    private readonly Colleague _requester;
    private readonly Colleague _agent;
    private readonly Details _details;
    private readonly Phrases _phrases;
    private readonly DateTimeOffset? _hurryUntil;
    private Colleague? _engineer;
    private DateTimeOffset _at;

    /// <param name="hurryUntil">All happens before then, whether people are at work or not.</param>
    private Tale(World world, Story story, Plan plan, DateTimeOffset openedAt, DateTimeOffset? hurryUntil, Chance chance)
    {
        (_world, _story, _plan, _at, _hurryUntil, _chance) = (world, story, plan, openedAt, hurryUntil, chance);
        _requester = story.Type == TicketType.Alert ? world.Organisation.Monitor
            : plan.OfProtagonist ? world.Protagonist(story.English, chance)
            : world.Requester(story.English, chance);
        _agent = world.Agent(chance);
        _details = Details.Of(_requester, world.Organisation.Asking, openedAt, story.English, chance);
        _phrases = story.English ? Phrases.English : Phrases.Chinese;
        History = Open();
    }

    public TicketHistory History { get; }

    private Ticket Ticket => History.Ticket;

    private bool IsFault => _story.Type is TicketType.Incident or TicketType.Alert;

    private IReadOnlyList<string> Findings => _story.FindingsOf(_plan.Telling, _plan.Ending);

    /// <summary>Told as far as it has come by now, or until it has come where it is wanted.</summary>
    public static TicketHistory Tell(World world, Story story, Plan plan, DateTimeOffset openedAt, Chance chance, Func<Ticket, bool>? until = null)
    {
        var tale = new Tale(world, story, plan, openedAt, until is null ? null : world.Now, chance);
        foreach (var next in tale.Life())
        {
            if (next >= world.Now || until?.Invoke(tale.Ticket) == true)
            {
                break;
            }
            tale._at = WholeSecond(next);
        }
        return tale.History;
    }

    private IEnumerable<DateTimeOffset> Life()
    {
        IEnumerable<DateTimeOffset>[] chapters = Ticket.Status == TicketStatus.Closed ? [Afterglow()]
            : _plan.Afterwards ? [Closing(), Afterglow()]
            : [Intake(), Handing(), Working(), Closing(), Afterglow()];
        foreach (var chapter in chapters)
        {
            foreach (var moment in chapter)
            {
                yield return moment;
            }
            if (Ticket.Status == TicketStatus.Cancelled)
            {
                yield break;
            }
        }
    }

    /// <summary>Some office time later, typically so many minutes.</summary>
    private DateTimeOffset Later(double minutes) => InTime(OfficeHours.After(_at, _chance.Around(minutes)), minutes);

    private DateTimeOffset InTime(DateTimeOffset at, double minutes)
    {
        if (_hurryUntil is not { } end)
        {
            return at;
        }
        var soon = _chance.Around(Math.Min(minutes, 40));
        var most = (end - _at) / 3;
        return _at + (soon < most ? soon : most);
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond));

    private string Said(IReadOnlyList<string> words) => _details.In(_chance.Of(words));
}
