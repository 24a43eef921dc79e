using Fengtai.Platform.Texts;

namespace Fengtai.Platform.Looks;

[TextKeys("platform.look")]
public enum LookKind
{
    /// <summary>One person's own page or card.</summary>
    Opened,

    /// <summary>Shown among others in a list or as suggestions.</summary>
    Listed,

    /// <summary>Taken away in a file.</summary>
    Exported,
}

/// <summary>Somebody saw personal data of others: how they are reached, or more.</summary>
/// <param name="People">Whose.</param>
/// <param name="Page">The path of the page.</param>
/// <param name="Words">What was searched for; null where nothing was.</param>
internal sealed record Look(DateTimeOffset At, Guid Viewer, LookKind Kind, IReadOnlyList<Guid> People, string Page, string? Words);
