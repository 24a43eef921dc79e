using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>The form for a new ticket as it is shown.</summary>
public sealed record NewTicketModel(NewTicketInput Input, PriorityMatrix Matrix)
{
    public Caller? Caller { get; init; }

    public PersonCard? Reporter { get; init; }

    /// <summary>Those who may be meant by what was typed as the person.</summary>
    public IReadOnlyList<Option> PeopleMeant { get; init; } = [];

    public IReadOnlyList<Option> ReportersMeant { get; init; } = [];

    public IReadOnlyList<Option> CategoriesMeant { get; init; } = [];

    public ChosenCategory Category { get; init; } = ChosenCategory.None;

    /// <summary>What may be about the same.</summary>
    public SimilarFound Similar { get; init; } = SimilarFound.Nothing;

    /// <summary>May open any ticket.</summary>
    public bool SeesAll { get; init; }

    /// <summary>Files that came with an earlier try; those of an answer name its key, the others none.</summary>
    public IReadOnlyList<KeptFile> Kept { get; init; } = [];

    /// <summary>The ends that this person may choose, the usual one first.</summary>
    public IReadOnlyList<NewTicketEnd> Ends { get; init; } = [];

    public FormErrors? Errors { get; init; }
}

/// <summary>Who calls, and what they wait for already.</summary>
public sealed record Caller(PersonCard Person, IReadOnlyList<Ticket> Open);

/// <summary>What it is about: what is asked then, and what it usually is.</summary>
public sealed record ChosenCategory(Category? Category, string Name, FormDefinition Form, string? Type)
{
    public static readonly ChosenCategory None = new(null, "", FormDefinition.Empty, null);
}
