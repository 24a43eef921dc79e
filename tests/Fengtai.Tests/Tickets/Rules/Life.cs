using System.Collections.Frozen;
using Fengtai.Platform.Access;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>A ticket at any point of its life, and the people around it.</summary>
internal static class Life
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Guid Team = Guid.CreateVersion7();

    public static readonly Actor Requester = Person(TicketPermissions.File);
    public static readonly Actor Reporter = Person(TicketPermissions.File);
    public static readonly Actor Stranger = Person(TicketPermissions.File);
    public static readonly Actor Agent = Person(TicketPermissions.File, TicketPermissions.Staff, TicketPermissions.ReadAll, TicketPermissions.Desk, TicketPermissions.Work, TicketPermissions.FollowUp);
    public static readonly Actor Engineer = Person([Team], TicketPermissions.File, TicketPermissions.Staff, TicketPermissions.Work);
    public static readonly Actor Colleague = Person([Team], TicketPermissions.File, TicketPermissions.Staff, TicketPermissions.Work);
    public static readonly Actor OtherTeam = Person([Guid.CreateVersion7()], TicketPermissions.File, TicketPermissions.Staff, TicketPermissions.Work);
    public static readonly Actor Quality = Person(TicketPermissions.File, TicketPermissions.Staff, TicketPermissions.ReadAll, TicketPermissions.FollowUp);

    public static Actor ByName(string name) => name switch
    {
        "requester" => Requester,
        "reporter" => Reporter,
        "stranger" => Stranger,
        "agent" => Agent,
        "engineer" => Engineer,
        "colleague" => Colleague,
        "otherTeam" => OtherTeam,
        "quality" => Quality,
        "system" => Actor.System,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static Ticket New(TicketType type = TicketType.Incident) => Planned(new Ticket
    {
        Type = type,
        Subject = "打印机卡纸",
        Status = TicketStatus.New,
        RequesterId = Requester.Id,
        ReportedById = Reporter.Id,
        OpenedAt = Now.AddHours(-2),
        LastUpdateToUserAt = Now.AddHours(-2),
    });

    /// <summary>Lived up to this status, by what really happens on the way.</summary>
    public static Ticket In(TicketStatus status, TicketType type = TicketType.Incident)
    {
        var ticket = New(type);
        TicketEvent[] way =
        [
            new TicketAccepted(Agent.Id),
            new TicketAssigned(new(null, null), new(Team, Engineer.Id)),
            new WorkStarted(),
            new WaitStarted(WaitReason.User, Now.AddDays(1)),
            new WaitEnded(WaitReason.User, WaitEnd.Answered),
            new TicketResolved("换了纸", null, ResolutionOutcome.Solved, FirstContact: false),
            new TicketClosed(CloseCode.Confirmed, null),
        ];
        if (status == TicketStatus.Cancelled)
        {
            return After(ticket, new TicketCancelled("不用了"));
        }
        foreach (var step in way.TakeWhile(_ => ticket.Status != status))
        {
            After(ticket, step);
        }
        return ticket;
    }

    public static Ticket After(Ticket ticket, params TicketEvent[] events) => AfterAt(ticket, Now.AddHours(-1), events);

    public static Ticket AfterAt(Ticket ticket, DateTimeOffset at, params IReadOnlyList<TicketEvent> events)
    {
        foreach (var happened in events)
        {
            TicketState.Apply(ticket, happened, at);
        }
        return ticket;
    }

    public static Standing As(this Actor actor, Ticket ticket) => Standing.Of(actor, ticket);

    /// <summary>The kinds of what happens, or the codes of why not.</summary>
    public static string Says(this Decision decision) =>
        string.Join(' ', decision.IsRefused ? decision.Refusals.Select(r => r.Code) : decision.Events.Select(e => e.Kind));

    public static Actor Person(params Permission[] may) => Person([], may);

    private static Actor Person(Guid[] teams, params Permission[] may) =>
        new() { Id = Guid.CreateVersion7(), Permissions = may.ToFrozenSet(), Teams = teams.ToFrozenSet() };

    private static Ticket Planned(Ticket ticket)
    {
        NextActions.Plan(ticket);
        return ticket;
    }
}
