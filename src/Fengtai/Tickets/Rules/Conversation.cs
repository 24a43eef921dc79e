using Fengtai.Catalog;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Messages between staff and the user, and notes among staff.</summary>
internal static class Conversation
{
    private static readonly string[] Thanks =
    [
        "谢谢", "谢谢您", "谢谢你", "谢谢啦", "谢谢了", "多谢", "非常感谢", "感谢", "太感谢了", "辛苦了", "好的", "好的谢谢", "收到", "收到谢谢", "好", "ok", "okay",
        "thanks", "thankyou", "thanksalot", "thankyouverymuch", "manythanks", "thx", "gotit", "gotitthanks", "3q",
    ];

    public static Decision Add(Ticket ticket, Standing by, NoteAdded note, DateTimeOffset now)
    {
        Refusal? no = note switch
        {
            _ when string.IsNullOrWhiteSpace(note.Text) && note.Files.Count == 0 => new Missing("text"),
            { IsPublic: false } when !by.SeesInternals => new OnlyStaffWritesInternally(),
            { IsFromUser: false, IsPublic: true } when !by.IsAtWork => new TicketIsNotYours(),
            _ => null,
        };
        return no is not null ? no : Decision.Happen(
            note,
            note is { IsPublic: true, IsFromUser: false } && IsFirstResponse(ticket) ? new FirstResponseGiven(now) : null,
            note is { IsFromUser: true, NoReplyNeeded: false } && ticket is { Status: TicketStatus.Waiting, WaitReason: WaitReason.User }
                ? new WaitEnded(WaitReason.User, WaitEnd.Answered)
                : null);
    }

    /// <summary>The questions that the form had left open; the user's answer ends the wait for it.</summary>
    /// <param name="given">What is answered now.</param>
    /// <param name="stillMissing">Keys that have no answer even then.</param>
    public static Decision Answer(Ticket ticket, Standing by, IReadOnlyList<GivenAnswer> given, IReadOnlyList<string> stillMissing)
    {
        Refusal? no = ticket switch
        {
            { MergedIntoId: not null } => new TicketWasMerged(),
            { Status: TicketStatus.Closed } => new TicketIsAlreadyClosed(),
            { Status: TicketStatus.Cancelled } => new TicketWasCancelled(),
            _ when !by.IsUserSide && !by.IsAtWork => new TicketIsNotYours(),
            _ when given.Count == 0 => new NothingWouldChange(),
            _ => null,
        };
        return no is not null ? no : Decision.Happen(
            new QuestionsAnswered(given, stillMissing),
            by.IsUserSide && ticket is { Status: TicketStatus.Waiting, WaitReason: WaitReason.User } ? new WaitEnded(WaitReason.User, WaitEnd.Answered) : null);
    }

    /// <summary>Anyone who sees a message of the user may say that it needs no answer.</summary>
    /// <param name="otherUnansweredSince">The oldest other message of the user that waits for an answer.</param>
    public static Decision NeedsNoReply(Note? note, DateTimeOffset? otherUnansweredSince) => note switch
    {
        null => new NotFound(),
        { IsFromUser: false } or { NoReplyNeeded: true } => new NothingWouldChange(),
        _ => new NoReplyIsNeeded(note.Id, otherUnansweredSince),
    };

    /// <summary>Whether a public word of staff would be the first. What was entered afterwards counts in no response figure.</summary>
    public static bool IsFirstResponse(Ticket ticket) => ticket is { FirstResponseAt: null, EnteredAfterwards: false };

    /// <summary>Nothing but thanks: proposed as needing no reply, never decided.</summary>
    public static bool LooksLikeThanks(string text)
    {
        var bare = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return bare.Length <= 20 && Thanks.Contains(bare);
    }
}
