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

/// <summary>Naming somebody gives no right to read; better said before they wonder.</summary>
public sealed record MentionedMayNotRead(string Name) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "text";

    public override object[] Arguments => [Name];
}

/// <param name="Logins">Of those who are called so.</param>
public sealed record MentionIsAmbiguous(string Name, string Logins) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "text";

    public override object[] Arguments => [Name, Logins];
}

public sealed record TooManyMentions(int Most) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "text";

    public override object[] Arguments => [Most];
}
