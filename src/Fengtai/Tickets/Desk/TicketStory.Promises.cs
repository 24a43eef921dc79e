using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>What the user was told to expect, how they asked for haste, and to whom it was escalated.</summary>
internal sealed partial class TicketStory
{
    private StoryLine Planned(TimelineEntry e, PlanGiven happened) =>
        Say(e, "list-details", Tone.Blue, texts["desk.ticket.story.planned"]) with { Text = happened.Text, Kind = MessageKind.Own, IsConversation = true };

    private StoryLine Promised(TimelineEntry e, PromiseMade happened) => Say(e, "calendar-check", Tone.Blue, happened.Replaces is { } before
        ? texts["desk.ticket.story.promisedAnew", times.Brief(happened.By), times.Brief(before)]
        : texts["desk.ticket.story.promised", times.Brief(happened.By)]) with { Text = happened.Text, Kind = MessageKind.Own, IsConversation = true };

    private StoryLine Kept(TimelineEntry e, PromiseKept happened) => happened.KeptAt <= happened.By
        ? Say(e, "calendar-check", Tone.Green, texts["desk.ticket.story.promiseKept", times.Brief(happened.By)])
        : Say(e, "calendar-x", Tone.Orange, texts["desk.ticket.story.promiseKeptLate", times.Brief(happened.By), times.Span(happened.KeptAt - happened.By)]);

    private StoryLine Urged(TimelineEntry e, TicketUrged happened) => e.Actor is { } who && who.Id != ticket.RequesterId && who.Id != ticket.ReportedById
        ? Say(e, "bell-ringing", Tone.Orange, texts["desk.ticket.story.urgedFor", happened.Count])
        : Say(e, "bell-ringing", Tone.Orange, texts["desk.ticket.story.urged", happened.Count]) with { IsFromUser = true };

    private StoryLine Escalated(TimelineEntry e, TicketEscalated happened) =>
        Say(e, "stairs-up", Tone.Orange, texts["desk.ticket.story.escalated", With(texts.Of(happened.Target), happened.Supplier)]) with
        {
            Changes = Given(happened.From, happened.To),
            Text = $"{happened.Reason}\n\n{texts["desk.ticket.escalate.analysis"]}\n\n{happened.Analysis}",
            Kind = MessageKind.Internal,
            IsConversation = true,
        };

    private string With(string what, string? supplier) => supplier is null ? what : texts["desk.ticket.story.with", what, supplier];
}
