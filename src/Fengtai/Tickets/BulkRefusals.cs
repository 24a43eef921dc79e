using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

/// <summary>Somebody touched it since in the respect in which it was to be put back.</summary>
public sealed record TicketHasChangedSince : Refusal;

/// <summary>Notes and answers stay.</summary>
public sealed record WordsAreNotTakenBack : Refusal;

/// <summary>By a fault of ours, which the log tells of; the other tickets went on.</summary>
public sealed record TicketFailed : Refusal;

public sealed record BatchIsStillRunning : Refusal;

public sealed record BatchWasStartedAlready : Refusal;

public sealed record BatchWasUndoneAlready : Refusal;

public sealed record BatchIsAnUndo : Refusal;

public sealed record BatchChangedNothing : Refusal;

public sealed record UndoCameTooLate(int Hours) : Refusal
{
    public override object[] Arguments => [Hours];
}

/// <param name="Count">As far as it was counted.</param>
public sealed record TooManyTicketsAtOnce(string Count, int Most) : InvalidRefusal
{
    public override string Field => "tickets";

    public override object[] Arguments => [Count, Most];
}

/// <summary>Who reads another ticket would not see them.</summary>
public sealed record PicturesHangOnOneTicket : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;
}

public sealed record EitherTicketsOrAFilter : InvalidRefusal
{
    public override string Field => "filter";
}
