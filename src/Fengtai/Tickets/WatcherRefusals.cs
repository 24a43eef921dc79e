using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

/// <summary>Watching gives no right to read.</summary>
public sealed record WatcherMayNotRead(string Name) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "watcher";

    public override object[] Arguments => [Name];
}

public sealed record TooManyWatchers(int Most) : Refusal
{
    public override object[] Arguments => [Most];
}

/// <summary>Two at once: whoever asks again finds it done.</summary>
public sealed record WatchesAlready : Refusal;
