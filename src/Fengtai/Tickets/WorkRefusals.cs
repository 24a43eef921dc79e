using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

/// <summary>It is solved when these are done.</summary>
public sealed record RequiredTasksAreOpen(int Open) : Refusal
{
    public override object[] Arguments => [Open];
}

public sealed record TooManyTasks(int Most) : InvalidRefusal
{
    public override string Field => "text";

    public override object[] Arguments => [Most];
}

public sealed record TaskAssigneeMayNotRead(string Name) : InvalidRefusal
{
    public override string Field => "assignee";

    public override object[] Arguments => [Name];
}

public sealed record TimeIsNotUnderstood(string Text) : InvalidRefusal
{
    public override string Field => "spent";

    public override object[] Arguments => [Text.Length > 40 ? Text[..40] : Text];
}

public sealed record TimeIsOutOfRange(int Most) : InvalidRefusal
{
    public override string Field => "spent";

    public override object[] Arguments => [Most];
}

public sealed record DayIsTooLongAgo(int Days) : InvalidRefusal
{
    public override string Field => "day";

    public override object[] Arguments => [Days];
}

public sealed record TimeIsSomebodyElses : ForbiddenRefusal;
