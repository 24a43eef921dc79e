namespace Fengtai.Platform.Refusals;

/// <summary>
/// Why something was not done: a sentence by its type's name (<c>TicketIsAlreadyClosed</c>), known to programs as
/// <see cref="Code"/> (<c>ticketIsAlreadyClosed</c>) and to people by the text <c>refusal.{code}</c>.
/// </summary>
public abstract record Refusal
{
    public string Code => CodeOf(GetType());

    public static string CodeOf(Type refusal) => char.ToLowerInvariant(refusal.Name[0]) + refusal.Name[1..];

    public virtual RefusalKind Kind => RefusalKind.Conflict;

    /// <summary>The form field or JSON member concerned, camelCase; null where it concerns the whole.</summary>
    public virtual string? Field => null;

    /// <summary>What the text's placeholders stand for.</summary>
    public virtual object[] Arguments => [];
}

/// <summary>The kind decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The input is not acceptable: 422.</summary>
    Invalid,

    /// <summary>The request could not even be read: 400.</summary>
    Malformed,

    /// <summary>The state does not allow it: 409.</summary>
    Conflict,

    /// <summary>Somebody changed it since it was read: 412.</summary>
    Stale,

    /// <summary>The edit does not say which version it is based on: 428.</summary>
    VersionMissing,

    /// <summary>Nobody has said who they are: 401.</summary>
    Unauthenticated,

    /// <summary>This actor may not: 403.</summary>
    Forbidden,

    /// <summary>Not there, or not for this actor to know of: 404.</summary>
    NotFound,

    /// <summary>Larger than allowed: 413.</summary>
    TooLarge,

    /// <summary>Too often: 429.</summary>
    TooMany,

    /// <summary>Something the application needs is away for the moment: 503.</summary>
    Unavailable,
}
