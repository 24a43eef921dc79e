using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Portal;

/// <summary>One request as its requester sees it: nothing here is internal.</summary>
public sealed record RequestModel
{
    public required Ticket Ticket { get; init; }

    public required RequestOffers Offers { get; init; }

    /// <summary>When haste can be asked for again; null where it can now, or not at all.</summary>
    public DateTimeOffset? UrgeAgainAt { get; init; }

    public required IReadOnlyList<RequestEntry> Entries { get; init; }

    /// <summary>硬件 / 打印机; null where it has no category.</summary>
    public string? Category { get; init; }

    /// <summary>The engineer or the team that has it; null where nobody has yet.</summary>
    public string? Handler { get; init; }

    public string? Requester { get; init; }

    /// <summary>Who told it for the requester; null where they did themselves.</summary>
    public string? Reporter { get; init; }

    public string? Department { get; init; }

    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    /// <summary>The questions that still lack an answer, as a form; empty where none does.</summary>
    public FormDefinition MissingForm { get; init; } = FormDefinition.Empty;

    /// <summary>Files that the requester may see, by id.</summary>
    public IReadOnlyDictionary<Guid, FileLink> Files { get; init; } = new Dictionary<Guid, FileLink>();

    /// <summary>Number of the request that this one continues.</summary>
    public long? Follows { get; init; }

    /// <summary>Numbers of the requests that continue this one.</summary>
    public IReadOnlyList<long> FollowedBy { get; init; } = [];

    /// <summary>Number of the request in which this one goes on.</summary>
    public long? MergedInto { get; init; }

    /// <summary>Numbers of the requests that were split off, or of the one that this was split off.</summary>
    public IReadOnlyList<long> SplitInto { get; init; } = [];

    public long? SplitFrom { get; init; }

    /// <summary>The major incident of which it is a part: what everybody may read of it.</summary>
    public OpenMajorIncident? PartOf { get; init; }

    /// <summary>Somebody else's request, which the reader follows because theirs was merged into it.</summary>
    public bool IsFollowed { get; init; }

    public RefusedForm? Refused { get; init; }

    /// <summary>What the texts refer to.</summary>
    public MarkdownReferences References { get; init; } = MarkdownReferences.None;

    /// <summary>What the reader has written here and not sent.</summary>
    internal TicketDrafts Drafts { get; init; } = TicketDrafts.None;

    public RequestStage Stage => RequestStages.Of(Ticket);

    public string Home => $"/requests/{Ticket.Number}";

    /// <summary>Questions can be answered until it is solved.</summary>
    public bool AsksForAnswers => MissingForm.Fields.Count > 0 && (Ticket.Status == TicketStatus.New || Ticket.IsInWork);

    /// <summary>Whether the page has the form of this act.</summary>
    public bool Shows(string act) => act switch
    {
        "confirm" or "notSolved" => Offers.Confirm,
        "reopen" => Offers.Reopen || Offers.FollowUp,
        "cancel" => Offers.Cancel,
        "notes" => Offers.Answer,
        "rate" => Offers.Rate,
        "answers" => AsksForAnswers,
        _ => false,
    };

    /// <summary>Where a form of this act posts.</summary>
    public string PathOf(string act) => $"{Home}/{act}";

    /// <summary>What was refused, where it was this act; an untouched form otherwise.</summary>
    public RefusedForm FormOf(string act) => Refused?.Act == act ? Refused : RefusedForm.Untouched;
}

/// <summary>A form that came back: why, and what was typed.</summary>
public sealed record RefusedForm(string Act, FormErrors Errors, IReadOnlyDictionary<string, string[]> Typed, IReadOnlyList<KeptUpload> Files)
{
    public static readonly RefusedForm Untouched = new("", FormErrors.None, new Dictionary<string, string[]>(), []);

    public bool IsRefused => Errors.Any;

    public string? this[string field] => Typed.TryGetValue(field, out var values) && values is [var first, ..] ? first : null;

    public int? Number(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A file that is stored already and travels in its form by its id.</summary>
public sealed record KeptUpload(Guid Id, string Name);

/// <summary>Something that was said or that happened, in the requester's words.</summary>
/// <param name="Kind">The event's name.</param>
/// <param name="Who">Null for what happened by itself.</param>
/// <param name="IsOwn">By the requester's side.</param>
/// <param name="IsReaders">By who reads this.</param>
/// <param name="Text">What was written.</param>
/// <param name="About">What the sentence about it needs: a reason in a word, a number.</param>
/// <param name="Time">The time that it is about: when the wait ends, until when something is promised, when somebody came or went.</param>
/// <param name="NoteToMark">The message that may be marked as needing no reply, because it reads like thanks.</param>
public sealed record RequestEntry(
    long Id, string Kind, DateTimeOffset At, string? Who, bool IsOwn, bool IsReaders, string? Text, string? About, DateTimeOffset? Time, IReadOnlyList<FileLink> Files, Guid? NoteToMark)
{
    /// <summary>Words of somebody, as against something that happened.</summary>
    public bool IsMessage => Kind is "opened" or "openedForYou" or "note" or "resolved" or "planned" or "promised";
}
