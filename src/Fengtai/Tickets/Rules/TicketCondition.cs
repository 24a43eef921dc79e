namespace Fengtai.Tickets.Rules;

/// <summary>One condition on a ticket, with ids and moments instead of words.</summary>
internal abstract record TicketCondition
{
    /// <summary>Wanted is what does not fulfil it.</summary>
    public bool IsNot { get; init; }

    /// <summary>Whether nothing but open tickets fulfils it: such lists read a small part of all tickets.</summary>
    public virtual bool MeansOpen => false;

    /// <summary>Whether the index of open tickets does not hold what it asks for.</summary>
    public virtual bool ReadsMore => false;
}

/// <summary>In one of these states.</summary>
internal sealed record InStatus(IReadOnlyList<TicketStatus> Statuses) : TicketCondition
{
    public static readonly IReadOnlyList<TicketStatus> Open = [.. Enum.GetValues<TicketStatus>().Except([TicketStatus.Closed, TicketStatus.Cancelled])];

    public static readonly IReadOnlyList<TicketStatus> Ended = [TicketStatus.Closed, TicketStatus.Cancelled];

    public override bool MeansOpen => (IsNot ? Enum.GetValues<TicketStatus>().Except(Statuses) : Statuses).All(Open.Contains);

    /// <summary>Alone, <c>closed</c> means all that has ended; among others, the state of that name. <c>open</c> is every state before the end.</summary>
    public static InStatus Read(IReadOnlyList<string> words) => new(words is [FilterFields.Ended] ? Ended
        : words is [FilterFields.Open] ? Open
        : [.. words.SelectMany(w => w == FilterFields.Open ? Open : [Words.Parse<TicketStatus>(w)]).Distinct()]);
}

/// <summary>On the desk's side all is decided, it is unsolved, and no engineer has it: the view 未分派, which has an index of its own.</summary>
internal sealed record LacksAnEngineer : TicketCondition
{
    public override bool MeansOpen => !IsNot;
}

/// <summary>A word of a list.</summary>
internal sealed record HasWord(FilterField Field, IReadOnlyList<string> Words, bool OrNone = false) : TicketCondition
{
    public override bool MeansOpen => Field == FilterField.WaitReason && !IsNot && !OrNone;

    public override bool ReadsMore => Field == FilterField.CloseCode;
}

/// <summary>One of these people, teams or categories. Of none at all (my teams, where I am in none) nothing is found.</summary>
internal sealed record RefersTo(FilterField Field, IReadOnlyList<Guid> Ids, bool OrNone = false) : TicketCondition
{
    /// <summary>People of these teams, too.</summary>
    public IReadOnlyList<Guid> MembersOf { get; init; } = [];
}

/// <summary>Watched by one of these people.</summary>
internal sealed record WatchedBy(IReadOnlyList<Guid> People) : TicketCondition
{
    /// <summary>People of these teams, too.</summary>
    public IReadOnlyList<Guid> MembersOf { get; init; } = [];

    public override bool ReadsMore => true;
}

/// <summary>The requester's department or site is written like one of these.</summary>
internal sealed record RequesterIsOf(FilterField Field, IReadOnlyList<string> Values, bool OrNone = false) : TicketCondition;

/// <summary>Yes or no.</summary>
internal sealed record IsSo(FilterField Field) : TicketCondition
{
    public override bool MeansOpen => Field == FilterField.Unanswered && !IsNot;

    public override bool ReadsMore => Field is FilterField.Incomplete or FilterField.Urged or FilterField.FirstContact or FilterField.Major;
}

/// <summary>The next deadline was close at that moment, or past.</summary>
internal sealed record IsSoon(DateTimeOffset At) : TicketCondition
{
    // what has ended has nothing due
    public override bool MeansOpen => !IsNot;
}

/// <summary>Within a period.</summary>
internal sealed record Within(FilterField Field, Period Period) : TicketCondition
{
    // what has ended has nothing due
    public override bool MeansOpen => Field == FilterField.Due && !IsNot;

    public override bool ReadsMore => Field == FilterField.Closed;
}

/// <summary>Has no such moment.</summary>
internal sealed record Never(FilterField Field) : TicketCondition
{
    public override bool ReadsMore => Field == FilterField.Closed;
}

/// <summary>Requested by this person or reported by them for somebody else.</summary>
internal sealed record IsFor(Guid Person) : TicketCondition;

/// <summary>Says these words, or has this number.</summary>
internal sealed record Speaks(string Words) : TicketCondition
{
    public override bool ReadsMore => true;
}
