using Fengtai.Platform.Access;

namespace Fengtai.Platform.Live;

/// <summary>A page that somebody has open at one subject. Its name is the connection's: one page, one connection.</summary>
public sealed record Visit(string Page, Guid Subject, Actor Actor);

/// <summary>A practice that shows who else is at its subjects. Only who may see everything of a subject is counted and told.</summary>
public interface ITopicPresence
{
    /// <summary>The subject kind it speaks for.</summary>
    string SubjectKind { get; }

    /// <summary>The page shows this subject, and none that it showed before.</summary>
    Task ComeAsync(Visit visit, CancellationToken cancellation);

    /// <summary>Somebody is typing there; holds for <see cref="WritingHolds"/>, and typing on says so again.</summary>
    Task WriteAsync(string page, bool isWriting, CancellationToken cancellation);

    /// <summary>The page shows something else, or is closed. Pages that never came are ignored.</summary>
    Task GoAsync(string page);

    public static TimeSpan WritingHolds => TimeSpan.FromSeconds(15);
}
