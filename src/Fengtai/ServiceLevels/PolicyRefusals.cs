using Fengtai.Platform.Refusals;

namespace Fengtai.ServiceLevels;

/// <summary>Something in a policy is not usable; <paramref name="Place"/> says where, as in <c>resolution.value</c> or <c>step0.acts</c>.</summary>
public abstract record PolicyRefusal(string Place) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Place;

    public override object[] Arguments => [Place];
}

/// <summary>A whole number is asked for, from 1 to <paramref name="Most"/>.</summary>
public sealed record NumberIsNotUsable(string Place, int Most) : PolicyRefusal(Place)
{
    public override object[] Arguments => [Place, Most];
}

/// <summary>The calendar has not that much working time within its horizon.</summary>
public sealed record TargetHasNoWorkingTime(string Place, int Years) : PolicyRefusal(Place)
{
    public override object[] Arguments => [Place, Years];
}

public sealed record TargetIsGivenTwice(string Place) : PolicyRefusal(Place);

/// <summary>It was deactivated; only what goes by it already may go on by it.</summary>
public sealed record CalendarIsNotOffered(string Place) : PolicyRefusal(Place);

public sealed record StepKeyIsTaken(string Place) : PolicyRefusal(Place);

public sealed record StepHasNoAct(string Place) : PolicyRefusal(Place);

/// <summary>The same is done at the same moment for the same clock by an earlier step.</summary>
/// <param name="Step">Number of the earlier one; the first is 1.</param>
public sealed record StepRepeatsAnother(string Place, int Step) : PolicyRefusal(Place)
{
    public override object[] Arguments => [Place, Step];
}

/// <summary>The policy promises nothing of what the step is for.</summary>
public sealed record StepIsForNothing(string Place) : PolicyRefusal(Place);

/// <summary>A target is so short that the step would come at the start of the clock.</summary>
/// <param name="Clock">Whose target.</param>
public sealed record StepComesAtOnce(string Place, ClockKind Clock) : PolicyRefusal(Place)
{
    public override object[] Arguments => [Place, Clock];
}

/// <summary>Raised by itself a priority is once on a ticket, so that no repetition does anything.</summary>
public sealed record PriorityIsRaisedOnce(string Place) : PolicyRefusal(Place);

/// <summary>The policy is for urgent tickets alone.</summary>
public sealed record PriorityIsHighestAlready(string Place) : PolicyRefusal(Place);

/// <summary>While confirmation is waited for, nobody works on the ticket.</summary>
public sealed record WorkIsDoneByThen(string Place) : PolicyRefusal(Place);

/// <summary>Every ticket that it is for is taken by earlier policies.</summary>
/// <param name="Earlier">What those are called that take them together.</param>
/// <param name="Place">Where its place was said; null where nowhere by itself.</param>
public sealed record PolicyIsNeverReached(IReadOnlyList<string> Earlier, string? Place) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Place;

    public override object[] Arguments => [Earlier, Earlier[0]];
}

/// <summary>With it, every ticket that a later policy is for is taken.</summary>
/// <param name="Later">What that one is called.</param>
/// <param name="Earlier">What those are called that take its tickets together.</param>
/// <param name="Place">Where its place was said; null where nowhere by itself.</param>
public sealed record PolicyHidesAnother(string Later, IReadOnlyList<string> Earlier, string? Place) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Place;

    public override object[] Arguments => [Later, Earlier];
}

public sealed record PoliciesAreFull(int Limit) : Refusal
{
    public override object[] Arguments => [Limit];
}
