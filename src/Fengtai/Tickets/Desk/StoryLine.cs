using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>One thing that happened to a ticket, in words.</summary>
/// <param name="Id">Of the event.</param>
/// <param name="Who">Null for what happened by itself.</param>
public sealed record StoryLine(long Id, DateTimeOffset At, string? Who, string What, string Icon, Tone Tone)
{
    /// <summary>What somebody said or wrote with it.</summary>
    public string? Text { get; init; }

    /// <summary>What the words refer to.</summary>
    public MarkdownReferences References { get; init; } = MarkdownReferences.None;

    public MessageKind Kind { get; init; }

    public IReadOnlyList<FileLink> Files { get; init; } = [];

    public IReadOnlyList<StoryChange> Changes { get; init; } = [];

    /// <summary>Part of the conversation with the user or of the notes among staff.</summary>
    public bool IsConversation { get; init; }

    /// <summary>The macro that did it.</summary>
    public string? Macro { get; init; }

    /// <summary>Written by the requester's side.</summary>
    public bool IsFromUser { get; init; }

    public bool NoReplyNeeded { get; init; }

    /// <summary>The note of the user that waits for an answer, and may be marked as needing none.</summary>
    public Guid? Unanswered { get; init; }

    public bool LooksLikeThanks { get; init; }

    /// <summary>The message, where the user reads it too.</summary>
    public Guid? PublicNote { get; init; }
}

/// <summary>What was changed, from what, to what.</summary>
/// <param name="From">Null where it was not changed but found out.</param>
public sealed record StoryChange(string Of, string? From, string To);
