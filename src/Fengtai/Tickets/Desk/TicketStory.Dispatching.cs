using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>What was judged, corrected and given to whom: always from what to what.</summary>
internal sealed partial class TicketStory
{
    private StoryLine Classified(TimelineEntry e, TicketClassified happened)
    {
        var (from, to) = (happened.From, happened.To);
        return Say(e, "adjustments-horizontal", Tone.Grey, texts["desk.ticket.story.classified"]) with
        {
            Text = happened.Reason,
            Kind = MessageKind.Internal,
            Changes = Changes(
                (texts["desk.ticket.type"], texts.Of(from.Type), texts.Of(to.Type)),
                (texts["desk.ticket.category"], names.Category(from.CategoryId), names.Category(to.CategoryId)),
                (texts["desk.ticket.impact"], from.Impact is { } wasImpact ? texts.Of(wasImpact).Value : null, to.Impact is { } impact ? texts.Of(impact).Value : null),
                (texts["desk.ticket.urgency"], from.Urgency is { } wasUrgency ? texts.Of(wasUrgency).Value : null, to.Urgency is { } urgency ? texts.Of(urgency).Value : null),
                (texts["desk.ticket.priority"], texts.Of(from.Priority), texts.Of(to.Priority)),
                (texts["desk.ticket.outOfScope"], YesNo(from.OutOfScope), YesNo(to.OutOfScope))),
        };
    }

    private StoryLine Corrected(TimelineEntry e, TicketCorrected happened) => Say(e, "pencil", Tone.Grey, texts["desk.ticket.story.corrected"]) with
    {
        Changes = Changes(
            (texts["desk.ticket.subject"], happened.From.Subject, happened.To.Subject),
            (texts["desk.ticket.contact"], happened.From.Contact, happened.To.Contact),
            (texts["desk.ticket.place"], happened.From.Place, happened.To.Place)),
    };

    private StoryLine Assigned(TimelineEntry e, TicketAssigned happened) =>
        Say(e, "route", Tone.Violet, texts["desk.ticket.story.assigned"]) with { Changes = Given(happened.From, happened.To) };

    private StoryLine PassedOn(TimelineEntry e, TicketPassedOn happened) =>
        Say(e, "arrows-right-left", Tone.Violet, texts["desk.ticket.story.passedOn"])
            with { Changes = Given(happened.From, happened.To), Text = happened.Reason, Kind = MessageKind.Internal };

    private StoryLine Undone(TimelineEntry e, ActUndone happened) =>
        Say(e, "arrow-back-up", Tone.Grey, texts["desk.ticket.story.actUndone", texts.Of(happened.Act)])
            with { Changes = happened is { From: { } from, To: { } to } ? Given(from, to) : [] };

    private IReadOnlyList<StoryChange> Given(Assignment from, Assignment to) => Changes(
        (texts["desk.ticket.team"], names.Team(from.TeamId), names.Team(to.TeamId)),
        (texts["desk.ticket.assignee"], names.PersonName(from.AssigneeId), names.PersonName(to.AssigneeId)));

    private IReadOnlyList<StoryChange> Changes(params (string Of, string? From, string? To)[] all) =>
        [.. all.Where(c => c.From != c.To).Select(c => new StoryChange(c.Of, c.From ?? texts["desk.ticket.nothing"], c.To ?? texts["desk.ticket.nothing"]))];

    private string YesNo(bool yes) => texts[yes ? "desk.ticket.yes" : "desk.ticket.no"];
}
