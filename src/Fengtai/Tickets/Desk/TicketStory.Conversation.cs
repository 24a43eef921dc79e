using Fengtai.Platform.Files;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>What was said and written.</summary>
internal sealed partial class TicketStory
{
    private StoryLine Opened(TimelineEntry e)
    {
        var opened = Of<TicketOpened>(e);
        var onBehalf = e.Actor is { } actor && actor.Id != opened.RequesterId;
        var what = onBehalf
            ? texts["desk.ticket.story.openedFor", names.PersonName(opened.RequesterId) ?? "–", texts.Of(opened.Channel)]
            : texts["desk.ticket.story.opened", texts.Of(opened.Channel)];
        return Say(e, "inbox", Tone.Blue, what) with { Text = ticket.Description, Files = Links(e), IsConversation = true, IsFromUser = !onBehalf };
    }

    private StoryLine Noted(TimelineEntry e)
    {
        if (e.Note is not { } note)
        {
            return Say(e, "note", Tone.Grey, texts["desk.ticket.story.note"]);
        }
        var line = note switch
        {
            { IsPublic: false } => Say(e, "lock", Tone.Amber, texts["desk.ticket.story.internal"]) with { Kind = MessageKind.Internal },
            { IsFromUser: true } => Say(e, "message", Tone.Blue, texts["desk.ticket.story.fromUser"]),
            _ => Say(e, "message", Tone.Blue, texts["desk.ticket.story.answer"]) with { Kind = MessageKind.Own },
        };
        var waits = ticket.IsOpen && note is { IsFromUser: true, NoReplyNeeded: false } && note.At >= ticket.UnansweredSince;
        return line with
        {
            Text = note.Text.Length > 0 ? note.Text : null,
            Files = Links(e),
            IsConversation = true,
            IsFromUser = note.IsFromUser,
            NoReplyNeeded = note.NoReplyNeeded,
            PublicNote = note.IsPublic ? note.Id : null,
            Unanswered = waits ? note.Id : null,
            LooksLikeThanks = note.LooksLikeThanks,
        };
    }

    private StoryLine Contacted(TimelineEntry e, ContactMade made)
    {
        var icon = made.By switch
        {
            ContactBy.Phone => "phone",
            ContactBy.InPerson => "users",
            ContactBy.Im => "messages",
            ContactBy.Remote => "screen-share",
        };
        return Say(e, icon, Tone.Teal, texts["desk.ticket.story.contacted", texts.Of(made.By), times.Brief(made.ContactAt)])
            with { Text = made.Note, Kind = MessageKind.Internal, IsConversation = true };
    }

    // a telephone call is recorded later than it was made
    private StoryLine Responded(TimelineEntry e, FirstResponseGiven given) => Say(e, "message-circle", Tone.Green, e.At - given.RespondedAt > TimeSpan.FromMinutes(1)
        ? texts["desk.ticket.story.firstResponseAt", times.Brief(given.RespondedAt)]
        : texts["desk.ticket.story.firstResponse"]);

    private static IReadOnlyList<FileLink> Links(TimelineEntry e) => [.. e.Files.Select(Link)];

    internal static FileLink Link(StoredFile file) => new(file.Name, file.Size, TicketFiles.Link(file), file.IsPicture);
}
