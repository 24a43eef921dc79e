using Fengtai.Catalog;
using Fengtai.Demo.Pictures;
using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

/// <summary>
/// Something that goes wrong or is wanted in an organisation again and again, with all that is said about it. Words in braces
/// (<c>{room}</c>) stand for what differs from time to time, see <see cref="Details"/>.
/// </summary>
/// <param name="Category">Code of the catalogue.</param>
/// <param name="Weight">How often, among all stories.</param>
internal sealed record Story(string Category, TicketType Type, int Weight)
{
    /// <summary>How people put it; one of them.</summary>
    public required IReadOnlyList<Telling> Told { get; init; }

    /// <summary>What it was and how it was solved; one of them.</summary>
    public required IReadOnlyList<Ending> Endings { get; init; }

    public string Team { get; init; } = Crew.Desktop;

    public Impact Impact { get; init; } = Impact.Low;

    public Urgency Urgency { get; init; } = Urgency.Medium;

    /// <summary>Share that the desk solves at first contact.</summary>
    public double AtOnce { get; init; }

    /// <summary>What staff may have to ask, and what users answer.</summary>
    public IReadOnlyList<Asked> Questions { get; init; } = [];

    /// <summary>What may have to be waited for.</summary>
    public IReadOnlyList<Held> Holds { get; init; } = [];

    /// <summary>What engineers note for one another.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Answers to the form of the category, by key.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Somebody walks there.</summary>
    public bool OnSite { get; init; }

    /// <summary>What a picture of it shows, where people send one.</summary>
    public Motif? Picture { get; init; }

    /// <summary>Told by those who write English.</summary>
    public bool English { get; init; }

    public IReadOnlyList<Ending> EndingsOf(Telling told) => Fitting(Endings, told.Ends);

    public IReadOnlyList<Asked> QuestionsOf(Telling told) => Fitting(Questions, told.Asks);

    public IReadOnlyList<Held> HoldsOf(Telling told, Ending ending) => Fitting(Holds, told.Waits, ending.Waits);

    public IReadOnlyList<string> FindingsOf(Telling told, Ending ending) => Fitting(Findings, told.Finds, ending.Finds);

    private static IReadOnlyList<T> Fitting<T>(IReadOnlyList<T> all, IReadOnlyList<int>? told, IReadOnlyList<int>? ending = null) =>
        [.. all.Index().Where(a => told?.Contains(a.Index) != false && ending?.Contains(a.Index) != false).Select(a => a.Item)];
}

/// <summary>How somebody puts it, and which of the story's endings, questions … go with it: by index, all where nothing is said.</summary>
internal sealed record Telling(string Subject, string Description)
{
    /// <summary>The answer to the form's first question, where it differs from the story's.</summary>
    public string? Symptom { get; init; }

    public IReadOnlyList<int>? Ends { get; init; }

    public IReadOnlyList<int>? Asks { get; init; }

    public IReadOnlyList<int>? Waits { get; init; }

    public IReadOnlyList<int>? Finds { get; init; }
}

/// <summary>How it was solved, and which of the story's findings and waits lead there: by index, all where nothing is said.</summary>
internal sealed record Ending(string Solution, string? Cause = null, string? Tested = null, string? Prevention = null)
{
    public IReadOnlyList<int>? Finds { get; init; }

    public IReadOnlyList<int>? Waits { get; init; }
}

internal sealed record Asked(string Question, string Answer);

/// <param name="Days">Working days until it goes on.</param>
/// <param name="Supplier">Whom it waits for, where there is a contract.</param>
internal sealed record Held(WaitReason Reason, string Note, int Days, string? Supplier = null);
