using Fengtai.Platform.Refusals;

namespace Fengtai.Platform.Files;

public sealed record FileIsTooLarge(string Name, long Limit) : Refusal
{
    public override RefusalKind Kind => RefusalKind.TooLarge;

    public override string? Field => "files";

    public override object[] Arguments => [Name, Limit / FileLimits.Megabyte];
}

public sealed record FileIsEmpty(string Name) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "files";

    public override object[] Arguments => [Name];
}

public sealed record TooManyFiles(int Limit) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "files";

    public override object[] Arguments => [Limit];
}
