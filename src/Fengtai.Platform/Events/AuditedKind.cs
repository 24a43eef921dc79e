using Fengtai.Platform.Access;

namespace Fengtai.Platform.Events;

/// <summary>What a practice tells the audit of one kind of its subjects: names, links, and the words for what happens to them. Registered as itself.</summary>
public abstract class AuditedKind
{
    protected static readonly IReadOnlyDictionary<Guid, AuditedName> Nameless = new Dictionary<Guid, AuditedName>();

    public abstract string SubjectKind { get; }

    /// <summary>The kinds of its events, as a reader looks for them.</summary>
    public abstract IReadOnlyList<string> EventKinds { get; }

    /// <summary>Whether the actor may read what its events say; that something happened is shown in any case.</summary>
    public virtual bool MayRead(Actor actor) => true;

    /// <summary>What such an event is called.</summary>
    public abstract string EventKey(string eventKind);

    /// <summary>What a member of such an event's data is called; null where it says nothing to a reader, as ids of notes do.</summary>
    public abstract string? LabelKey(string eventKind, string member);

    /// <summary>What a stored word is called: <c>high</c>. Null where it is no word but what somebody wrote.</summary>
    public virtual string? WordKey(string eventKind, string member, string value) => null;

    /// <summary>Those of the ids that are its subjects.</summary>
    public virtual Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) => Task.FromResult(Nameless);

    /// <summary>The subject that is called exactly this, by number, login or code; null where there is none.</summary>
    public virtual Task<Guid?> FindAsync(string words, CancellationToken cancellation) => Task.FromResult<Guid?>(null);
}

/// <param name="Address">Its page; null where the reader may not see it.</param>
public sealed record AuditedName(string Name, string? Address);
