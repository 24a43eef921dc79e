using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>What a ticket has to do with others, and major incidents.</summary>
internal sealed partial class TicketStory
{
    private StoryLine? Related(TimelineEntry e) => e.Kind switch
    {
        "merged" => Say(e, "arrow-merge", Tone.Blue, texts["desk.ticket.story.merged", Of<TicketMerged>(e).Into]),
        "absorbed" => Say(e, "arrow-merge", Tone.Blue, texts["desk.ticket.story.absorbed", Of<TicketAbsorbed>(e).Other]),
        "unmerged" => Say(e, "arrow-back-up", Tone.Blue, texts["desk.ticket.story.unmerged", Of<TicketUnmerged>(e).From]),
        "released" => Say(e, "arrow-back-up", Tone.Blue, texts["desk.ticket.story.released", Of<TicketReleased>(e).Other]),
        "forwarded" => Say(e, "arrow-right", Tone.Blue, texts["desk.ticket.story.forwarded", Of<NoteForwarded>(e).To]),
        "split" => Split(e, Of<TicketSplit>(e)),
        "splitOff" => Say(e, "arrows-split-2", Tone.Blue, texts["desk.ticket.story.splitOff", Of<TicketSplitOff>(e).From]),
        "linked" => Linked(e, Of<TicketLinked>(e)),
        "unlinked" => Unlinked(e, Of<TicketUnlinked>(e)),
        "childrenAttached" => Attached(e, Of<ChildrenAttached>(e)),
        "majorDeclared" => Declared(e, Of<MajorIncidentDeclared>(e)),
        "majorWithdrawn" => Say(e, "urgent", Tone.Grey, texts["desk.ticket.story.majorWithdrawn"]) with { Text = Of<MajorIncidentWithdrawn>(e).Reason, Kind = MessageKind.Internal },
        "majorUpdated" => Say(e, "speakerphone", Tone.Red, texts["desk.ticket.story.majorUpdated", Of<MajorIncidentUpdated>(e).Children]),
        "majorJoined" => Say(e, "urgent", Tone.Red, texts["desk.ticket.story.majorJoined", Of<MajorIncidentJoined>(e).Title]),
        "spread" => Spread(e, Of<SpreadFinished>(e)),
        "watched" => Watched(e, Of<WatcherAdded>(e)),
        "unwatched" => Unwatched(e, Of<WatcherRemoved>(e).WatcherId),
        _ => null,
    };

    private StoryLine Split(TimelineEntry e, TicketSplit happened) =>
        Say(e, "arrows-split-2", Tone.Blue, numbers.TryGetValue(happened.NewId, out var number)
            ? texts["desk.ticket.story.split", number, happened.Subject]
            : texts["desk.ticket.story.splitElsewhere", happened.Subject]);

    private StoryLine Linked(TimelineEntry e, TicketLinked happened) =>
        Say(e, "link", Tone.Grey, texts["desk.ticket.story.linked", texts.Of(happened.What), happened.Other]);

    private StoryLine Unlinked(TimelineEntry e, TicketUnlinked happened) =>
        Say(e, "unlink", Tone.Grey, texts["desk.ticket.story.unlinked", texts.Of(happened.What), happened.Other]);

    private StoryLine Watched(TimelineEntry e, WatcherAdded happened) => Say(e, "eye", Tone.Grey, happened switch
    {
        { ByMention: true } => texts["desk.ticket.story.watchedByMention", NameOf(happened.WatcherId)],
        _ when happened.WatcherId == e.Actor?.Id => texts["desk.ticket.story.watched"],
        _ => texts["desk.ticket.story.watcherAdded", NameOf(happened.WatcherId)],
    });

    private StoryLine Unwatched(TimelineEntry e, Guid watcher) => Say(e, "eye-off", Tone.Grey, watcher == e.Actor?.Id
        ? texts["desk.ticket.story.unwatched"]
        : texts["desk.ticket.story.watcherRemoved", NameOf(watcher)]);

    private string NameOf(Guid person) => names.PersonName(person) ?? "–";

    // which ones, their own page tells
    private StoryLine Attached(TimelineEntry e, ChildrenAttached happened) =>
        Say(e, "sitemap", Tone.Violet, texts["desk.ticket.story.childrenAttached", happened.Numbers.Count]);

    private StoryLine Declared(TimelineEntry e, MajorIncidentDeclared happened) =>
        Say(e, "urgent", Tone.Red, texts["desk.ticket.story.majorDeclared", happened.Title]) with { Text = happened.Reason, Kind = MessageKind.Internal };

    private StoryLine Spread(TimelineEntry e, SpreadFinished happened) =>
        Say(e, "circle-check", Tone.Green, happened.Refused == 0
            ? texts["desk.ticket.story.spread", texts.Of(happened.What), happened.Reached]
            : texts["desk.ticket.story.spreadPartly", texts.Of(happened.What), happened.Reached, happened.Refused]);
}
