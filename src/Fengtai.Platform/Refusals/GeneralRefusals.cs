namespace Fengtai.Platform.Refusals;

public sealed record NotFound : Refusal
{
    public override RefusalKind Kind => RefusalKind.NotFound;
}

public sealed record NotSignedIn : Refusal
{
    public override RefusalKind Kind => RefusalKind.Unauthenticated;
}

public sealed record NotAllowed(string Permission) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Forbidden;

    public override object[] Arguments => [Permission];
}

/// <summary>This person must see to a page before anything else.</summary>
public sealed record SomethingMustBeDoneFirst(string Path) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Forbidden;

    public override object[] Arguments => [Path];
}

/// <summary>Somebody else saved in between; nothing was written.</summary>
public sealed record ChangedMeanwhile : Refusal
{
    public override RefusalKind Kind => RefusalKind.Stale;
}

/// <summary>A value is missing that cannot be done without.</summary>
public sealed record Missing(string Name) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;

    public override object[] Arguments => [Name];
}

/// <summary>A value is none of those that are known.</summary>
public sealed record UnknownValue(string Name, string Value) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;

    public override object[] Arguments => [Name, Value.Length > 80 ? Value[..80] : Value];
}

/// <summary>The file store or database cannot be written at the moment.</summary>
public sealed record StorageIsUnavailable : Refusal
{
    public override RefusalKind Kind => RefusalKind.Unavailable;
}
