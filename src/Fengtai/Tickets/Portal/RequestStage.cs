using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Portal;

/// <summary>Where a request stands, as the person who made it understands it.</summary>
[TextKeys("portal.stage")]
public enum RequestStage
{
    /// <summary>It lies in the desk's queue.</summary>
    Received,

    /// <summary>Somebody on the desk answers for it.</summary>
    Accepted,

    /// <summary>A team or an engineer has it, work has not begun.</summary>
    Arranged,

    /// <summary>Somebody works on it.</summary>
    InProgress,

    /// <summary>A question was put to the requester.</summary>
    AwaitsYou,

    /// <summary>It waits for something else, until a date.</summary>
    Paused,

    /// <summary>Solved, if the requester says so too.</summary>
    Solved,

    /// <summary>It goes on in another request.</summary>
    Merged,

    /// <summary>The end.</summary>
    Closed,

    /// <summary>Taken back by the requester.</summary>
    Withdrawn,
}

public static class RequestStages
{
    /// <summary>How many steps the way of a request has, from reported to closed.</summary>
    public const int Steps = 5;

    public static RequestStage Of(Ticket ticket) => ticket.Status switch
    {
        TicketStatus.New => RequestStage.Received,
        TicketStatus.Accepted => RequestStage.Accepted,
        TicketStatus.Assigned => RequestStage.Arranged,
        TicketStatus.InProgress => RequestStage.InProgress,
        TicketStatus.Waiting when ticket.WaitReason == WaitReason.User => RequestStage.AwaitsYou,
        TicketStatus.Waiting => RequestStage.Paused,
        TicketStatus.Resolved => RequestStage.Solved,
        TicketStatus.Closed when ticket.MergedIntoId is not null => RequestStage.Merged,
        TicketStatus.Closed => RequestStage.Closed,
        TicketStatus.Cancelled => RequestStage.Withdrawn,
    };

    /// <summary>The step it has come to, from 0; a wait stands where the work stood.</summary>
    public static int StepOf(Ticket ticket) => Of(ticket) switch
    {
        RequestStage.Received => 0,
        RequestStage.Accepted or RequestStage.Arranged => 1,
        RequestStage.InProgress => 2,
        RequestStage.AwaitsYou or RequestStage.Paused => ticket.StartedAt is null ? 1 : 2,
        RequestStage.Solved => 3,
        RequestStage.Closed or RequestStage.Merged or RequestStage.Withdrawn => 4,
    };

    /// <summary>Whether it goes on only when the requester does something.</summary>
    public static bool NeedsYou(this RequestStage stage) => stage is RequestStage.AwaitsYou or RequestStage.Solved;

    public static Tone ToneOf(RequestStage stage) => stage switch
    {
        RequestStage.Received => Tone.Blue,
        RequestStage.Accepted or RequestStage.Arranged => Tone.Teal,
        RequestStage.InProgress => Tone.Violet,
        RequestStage.AwaitsYou or RequestStage.Paused => Tone.Amber,
        RequestStage.Solved => Tone.Green,
        RequestStage.Closed or RequestStage.Merged or RequestStage.Withdrawn => Tone.Grey,
    };
}
