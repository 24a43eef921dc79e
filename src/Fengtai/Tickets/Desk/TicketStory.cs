using System.Text.Json;
using Fengtai.Platform.Http;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>Tells what happened to a ticket in words: who, what, from, to. One file per family of events.</summary>
internal sealed partial class TicketStory(Ticket ticket, TicketNames names, IReadOnlyDictionary<Guid, long> numbers, Times times, IStringLocalizer texts)
{
    public IReadOnlyList<StoryLine> Tell(IEnumerable<TimelineEntry> entries)
    {
        var lines = new List<StoryLine>();
        var ran = (Name: (string?)null, At: default(DateTimeOffset), By: (Guid?)null);
        foreach (var entry in entries)
        {
            if (entry.Kind == "macro")
            {
                ran = (Of<MacroRan>(entry).Name, entry.At, entry.Actor?.Id);
                lines.Add(Line(entry));
            }
            else
            {
                // one act has one moment, in microseconds, so what it brought is known by that
                lines.Add(Line(entry) with { Macro = (ran.At, ran.By) == (entry.At, entry.Actor?.Id) ? ran.Name : null });
            }
        }
        return lines;
    }

    /// <summary>Whose names are needed to tell it.</summary>
    public static IEnumerable<Guid> PeopleIn(TimelineEntry e) => (e.Kind switch
    {
        "opened" => new Guid?[] { Of<TicketOpened>(e).RequesterId },
        "assigned" when Of<TicketAssigned>(e) is var given => [given.From.AssigneeId, given.To.AssigneeId],
        "passedOn" when Of<TicketPassedOn>(e) is var given => [given.From.AssigneeId, given.To.AssigneeId],
        "escalated" when Of<TicketEscalated>(e) is var given => [given.From.AssigneeId, given.To.AssigneeId],
        "watched" => [Of<WatcherAdded>(e).WatcherId],
        "unwatched" => [Of<WatcherRemoved>(e).WatcherId],
        "actUndone" when Of<ActUndone>(e) is var undone => [undone.From?.AssigneeId, undone.To?.AssigneeId],
        _ => PeopleAtWork(e),
    }).OfType<Guid>();

    private StoryLine Line(TimelineEntry e) => e.Kind switch
    {
        "opened" => Opened(e),
        "note" => Noted(e),
        "questionsAnswered" => Say(e, "list-check", Tone.Grey, texts["desk.ticket.story.questionsAnswered"]),
        "noReplyNeeded" => Say(e, "corner-down-left", Tone.Grey, texts["desk.ticket.story.noReplyNeeded"]),
        "contacted" => Contacted(e, Of<ContactMade>(e)),
        "firstResponse" => Responded(e, Of<FirstResponseGiven>(e)),
        "accepted" => Say(e, "user-check", Tone.Teal, texts["desk.ticket.story.accepted"]),
        "classified" => Classified(e, Of<TicketClassified>(e)),
        "corrected" => Corrected(e, Of<TicketCorrected>(e)),
        "assigned" => Assigned(e, Of<TicketAssigned>(e)),
        "passedOn" => PassedOn(e, Of<TicketPassedOn>(e)),
        "taken" => Say(e, "thumb-up", Tone.Teal, texts["desk.ticket.story.taken"]),
        "claimed" => Say(e, "hand-grab", Tone.Teal, texts["desk.ticket.story.claimed"]),
        "started" => Say(e, "player-play", Tone.Violet, texts["desk.ticket.story.started"]),
        "waiting" => Waiting(e, Of<WaitStarted>(e)),
        "resumed" => Resumed(e, Of<WaitEnded>(e)),
        "resolved" => Resolved(e, Of<TicketResolved>(e)),
        "diagnosed" => Diagnosed(e, Of<DiagnosisRecorded>(e)),
        "confirmed" => Say(e, "circle-check", Tone.Green, texts[Of<SolutionConfirmed>(e).Spoken ? "desk.ticket.story.confirmedSpoken" : "desk.ticket.story.confirmed"]),
        "notSolved" => Rejected(e, Of<SolutionRejected>(e)),
        "called" => Called(e, Of<FollowUpCalled>(e)),
        "closed" => Closed(e, Of<TicketClosed>(e)),
        "reopened" => Reopened(e, Of<TicketReopened>(e)),
        "followedUp" => FollowedUp(e, Of<FollowUpTicketOpened>(e)),
        "cancelled" => Cancelled(e, Of<TicketCancelled>(e)),
        "actUndone" => Undone(e, Of<ActUndone>(e)),
        "macro" => Say(e, "wand", Tone.Grey, texts["desk.ticket.story.macro", Of<MacroRan>(e).Name]),
        "rated" => Rated(e, Of<TicketRated>(e)),
        "planned" => Planned(e, Of<PlanGiven>(e)),
        "promised" => Promised(e, Of<PromiseMade>(e)),
        "promiseKept" => Kept(e, Of<PromiseKept>(e)),
        "urged" => Urged(e, Of<TicketUrged>(e)),
        "arrived" => Say(e, "map-pin", Tone.Violet, texts["desk.ticket.story.arrived", times.Brief(Of<EngineerArrived>(e).ArrivedAt)]),
        "left" => Say(e, "door-exit", Tone.Grey, texts["desk.ticket.story.left", times.Brief(Of<EngineerLeft>(e).LeftAt)]),
        "escalated" => Escalated(e, Of<TicketEscalated>(e)),
        // what a higher practice recorded is told by its name until that practice brings its words
        _ => Related(e) ?? AtWork(e) ?? Say(e, "point", Tone.Grey, e.Kind),
    };

    private static StoryLine Say(TimelineEntry e, string icon, Tone tone, string what) => new(e.Id, e.At, e.Actor?.Name, what, icon, tone);

    private static TEvent Of<TEvent>(TimelineEntry e) => e.Data.Deserialize<TEvent>(Json.Options)!;
}
