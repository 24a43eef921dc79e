using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk.Macros;

/// <summary>A macro as pages show it.</summary>
/// <param name="Steps">The acts in words.</param>
/// <param name="SharedWith">What its readers are called; null where it is the reader's alone.</param>
/// <param name="Owner">Whoever made it; null where that is the reader.</param>
/// <param name="Gone">What its steps name and what is no longer there, in words.</param>
public sealed record MacroFace(Guid Id, string Name, string Steps, string? SharedWith, string? Owner, IReadOnlyList<string> Gone);

/// <summary>The form of a macro.</summary>
public sealed record MacroForm
{
    /// <summary>Null: it is about to be made.</summary>
    public Guid? Id { get; init; }

    public string Action { get; init; } = "";

    /// <summary>The version that the form shows.</summary>
    public string? Version { get; init; }

    public string? Name { get; init; }

    public string? SharedWith { get; init; }

    public IReadOnlyList<Option> Sharing { get; init; } = [];

    public IReadOnlyList<MacroFormStep> Steps { get; init; } = [];

    /// <summary>The acts that can be added.</summary>
    public IReadOnlyList<Option> Acts { get; init; } = [];

    public MacroChoices Choices { get; init; } = MacroChoices.None;

    public bool MayChange { get; init; } = true;

    public FormErrors? Errors { get; init; }
}

/// <summary>One step in the form.</summary>
/// <param name="Key">Begins the names of its inputs and stays with it when it is moved.</param>
public sealed record MacroFormStep(string Key, string Act, IReadOnlyDictionary<string, string> Values)
{
    public string? Of(string member) => Values.GetValueOrDefault(member);

    public string Name(string member) => $"{Key}.{member}";
}

/// <summary>What can be chosen in the steps.</summary>
public sealed record MacroChoices(IReadOnlyList<Option> Teams, IReadOnlyList<Option> Engineers, IReadOnlyList<Option> Categories)
{
    public static readonly MacroChoices None = new([], [], []);
}

/// <summary>What a macro would do to a ticket.</summary>
public sealed record MacroShown
{
    public required Ticket Ticket { get; init; }

    public required string Name { get; init; }

    /// <summary>Where the form is sent to.</summary>
    public required string Action { get; init; }

    /// <summary>The newest event that the page took into account.</summary>
    public long LastEvent { get; init; }

    public required IReadOnlyList<MacroShownStep> Steps { get; init; }

    public bool CanRun { get; init; }

    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Why it was not run.</summary>
    public FormErrors? Errors { get; init; }

    public string Address => $"/desk/tickets/{Ticket.Number}";
}

/// <param name="Lines">What would happen, as the history will tell it.</param>
/// <param name="Refused">Why it cannot be done.</param>
/// <param name="IsOpen">Not decided, because an earlier step is refused.</param>
/// <param name="Gaps">Texts in which something is still to be filled in.</param>
public sealed record MacroShownStep(string Act, IReadOnlyList<StoryLine> Lines, IReadOnlyList<string> Refused, bool IsOpen, IReadOnlyList<MacroGap> Gaps);

/// <param name="Name">Of the input.</param>
public sealed record MacroGap(string Name, string Label, string Text);
