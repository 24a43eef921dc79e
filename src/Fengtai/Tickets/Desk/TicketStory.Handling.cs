using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>Waiting, solving, confirming, and the end.</summary>
internal sealed partial class TicketStory
{
    private StoryLine Waiting(TimelineEntry e, WaitStarted happened) =>
        Say(e, "player-pause", Tone.Amber, texts["desk.ticket.story.waiting", With(texts.Of(happened.Reason), happened.Supplier), times.Brief(happened.Until)]);

    private StoryLine Resumed(TimelineEntry e, WaitEnded happened) =>
        Say(e, "player-play", Tone.Violet, texts["desk.ticket.story.resumed", texts.Of(happened.Because)]);

    private StoryLine Resolved(TimelineEntry e, TicketResolved happened)
    {
        var what = (happened.FirstContact, happened.Outcome) switch
        {
            (true, _) => texts["desk.ticket.story.solvedAtOnce"],
            (_, ResolutionOutcome.Workaround) => texts["desk.ticket.story.workaround"],
            _ => texts["desk.ticket.story.resolved"],
        };
        return Say(e, "circle-check", Tone.Green, what) with
        {
            Text = happened.Prevention is { } prevention ? $"{happened.Solution}\n\n{texts["desk.ticket.prevention"]}\n{prevention}" : happened.Solution,
            Kind = MessageKind.Solution,
            IsConversation = true,
        };
    }

    private StoryLine Diagnosed(TimelineEntry e, DiagnosisRecorded happened) => Say(e, "tool", Tone.Amber, texts["desk.ticket.story.diagnosed"]) with
    {
        Changes = [.. new[] { (texts["desk.ticket.cause"], happened.Cause), (texts["desk.ticket.tested"], happened.Tested) }
            .Where(found => found.Item2 is not null)
            .Select(found => new StoryChange(found.Item1, null, found.Item2!))],
    };

    private StoryLine Rejected(TimelineEntry e, SolutionRejected happened) =>
        Say(e, "arrow-back-up", Tone.Red, texts["desk.ticket.story.notSolved", happened.Count]) with { Text = happened.Reason, IsConversation = true, IsFromUser = true };

    private StoryLine Called(TimelineEntry e, FollowUpCalled happened)
    {
        var (icon, tone) = happened.Outcome == CallOutcome.NotReached ? ("phone-off", Tone.Grey) : ("phone-call", Tone.Teal);
        return Say(e, icon, tone, texts["desk.ticket.story.called", happened.Attempt, texts.Of(happened.Outcome)])
            with { Text = happened.Note is { Length: > 0 } note ? note : null, Kind = MessageKind.Internal, IsConversation = true };
    }

    private StoryLine Closed(TimelineEntry e, TicketClosed happened) =>
        Say(e, "lock", Tone.Grey, texts["desk.ticket.story.closed", texts.Of(happened.Code)]) with { Text = happened.Explanation, IsConversation = happened.Explanation is not null };

    private StoryLine Reopened(TimelineEntry e, TicketReopened happened) =>
        Say(e, "refresh", Tone.Red, texts["desk.ticket.story.reopened", happened.Count]) with { Text = happened.Reason, IsConversation = true };

    private StoryLine FollowedUp(TimelineEntry e, FollowUpTicketOpened happened) =>
        Say(e, "link", Tone.Blue, numbers.TryGetValue(happened.FollowUpId, out var number)
            ? texts["desk.ticket.story.followedUp", number]
            : texts["desk.ticket.story.followedUpElsewhere"]) with { Text = happened.Reason, IsConversation = true };

    private StoryLine Cancelled(TimelineEntry e, TicketCancelled happened) =>
        Say(e, "circle-x", Tone.Grey, texts["desk.ticket.story.cancelled"]) with { Text = happened.Reason, IsConversation = true, IsFromUser = true };

    private StoryLine Rated(TimelineEntry e, TicketRated happened)
    {
        var overall = texts[RatingWords.TextKey(happened.Rating.Overall)];
        return Say(e, "star", happened.Rating.Overall <= 2 ? Tone.Red : Tone.Green, texts[happened.Before is null ? "desk.ticket.story.rated" : "desk.ticket.story.ratedAgain", overall])
            with { Text = happened.Rating.Comment is { Length: > 0 } comment ? comment : null, IsConversation = true, IsFromUser = true };
    }
}
