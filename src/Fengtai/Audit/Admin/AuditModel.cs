namespace Fengtai.Audit.Admin;

/// <summary>What the audit page shows.</summary>
public sealed record AuditModel(AuditAddress Address, ChainView Chain)
{
    public IReadOnlyList<AuditLine> Events { get; init; } = [];

    public IReadOnlyList<LookLine> Looks { get; init; } = [];

    /// <summary>The address names somebody or something that there is not.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Where the list goes on; null at its end.</summary>
    public string? Next { get; init; }

    /// <summary>So far back was looked through; null where everything was, or enough was found.</summary>
    public DateTimeOffset? SearchedTo { get; init; }

    /// <summary>Whom and what the address means.</summary>
    public string? ActorName { get; init; }

    public string? SubjectName { get; init; }

    public required IReadOnlyList<AuditKind> Kinds { get; init; }
}

/// <summary>A kind of event to look for.</summary>
public sealed record AuditKind(string Subject, string SubjectWord, string Event, string EventWord);
