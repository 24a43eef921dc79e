using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>One filter as it is shown: what it says, and what can be chosen in its editor.</summary>
public sealed record FilterChip
{
    /// <summary>The field's name in the reader's words.</summary>
    public string Label { get; init; } = "";

    /// <summary>The chosen values in the reader's words.</summary>
    public string Said { get; init; } = "";

    /// <summary>What can be ticked; what is chosen already is among it.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Where it leads without this filter.</summary>
    public string RemoveHref { get; init; } = "";

    /// <summary>The same filter turned round.</summary>
    public string NegateHref { get; init; } = "";

    /// <summary>What its form sends along.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Keep { get; init; } = [];

    /// <summary>Shown with its editor open: it has just been added.</summary>
    public bool IsOpen { get; init; }

    internal FilterTerm Term { get; init; } = new(FilterField.Words, false, []);

    internal FilterKind Kind => FilterFields.KindOf(Term.Field);

    public bool IsSet => Term.Values.Count > 0;

    public string Name => FilterFields.NameOf(Term.Field);

    public string Id => Term.IsNot ? $"filter-not-{Name}" : $"filter-{Name}";
}

/// <summary>A filter that can be added.</summary>
public sealed record FilterOffer(string Label, string Href, string Group);
