using System.Collections.Frozen;

namespace Fengtai.Tickets.Rules;

/// <summary>What somebody who fills in a form must have read before it counts.</summary>
internal enum Minds
{
    /// <summary>Nothing: a note among staff disturbs nobody.</summary>
    Nothing,

    /// <summary>What others said to the user or heard from them, and whether the state is another.</summary>
    Conversation,

    /// <summary>What others did.</summary>
    Acts,

    /// <summary>What others did, and what one changed oneself elsewhere: the form would put it back.</summary>
    Changes,
}

/// <summary>One entry of the log as far as it can overtake a form.</summary>
/// <param name="IsOwn">By who fills in the form.</param>
internal readonly record struct Happening(long Id, string Kind, bool IsPublic, bool IsOwn);

/// <summary>Whether a form was overtaken while it was being filled in.</summary>
internal static class Overtaking
{
    /// <summary>Follows from something else, or is none of the writer's business.</summary>
    private static readonly FrozenSet<string> Aside = ["firstResponse", "noReplyNeeded", "rated", "macro", "taskDone", "tasksOrdered", "timeSpent", "timeCorrected", "timeRemoved", "watched", "unwatched", "promiseKept", "urged"];

    private static readonly FrozenSet<string> WordsAndStates =
        ["majorUpdated", "merged", "unmerged", "absorbed", "accepted", "taken", "claimed", "started", "waiting", "resumed", "resolved", "confirmed", "notSolved", "closed", "reopened", "cancelled", "actUndone", "planned", "promised"];

    private static readonly FrozenSet<string> PropertyChanges = ["classified", "corrected", "assigned", "passedOn", "escalated", "taken", "claimed"];

    public static bool IsNews(this Happening happened, Minds minds) => minds switch
    {
        Minds.Nothing => false,
        Minds.Conversation => !happened.IsOwn && (WordsAndStates.Contains(happened.Kind) || happened is { Kind: "note", IsPublic: true }),
        Minds.Acts => !happened.IsOwn && !Aside.Contains(happened.Kind),
        Minds.Changes => happened.IsOwn ? PropertyChanges.Contains(happened.Kind) : !Aside.Contains(happened.Kind),
    };
}
