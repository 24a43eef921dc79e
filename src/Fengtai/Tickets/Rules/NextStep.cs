namespace Fengtai.Tickets.Rules;

/// <summary>What is offered on a ticket's page. Possible is what the rules would not refuse, so that nothing is offered in vain.</summary>
internal static class NextStep
{
    private static readonly TimeSpan LastHour = TimeSpan.FromHours(1);

    private static readonly Resolution AnySolution = new("-", "-", null, "-", ResolutionOutcome.Solved, FirstContact: false);

    private static readonly Target Anybody = new(new(Guid.Empty, Guid.Empty), AssigneeWorks: true, AssigneeIsInTeam: true);

    private static readonly NoteAdded AnyMessage = new(Guid.Empty, IsPublic: true, IsFromUser: false, NoReplyNeeded: false, LooksLikeThanks: false) { Text = "-" };

    private static readonly Ticket AnyTicket = new() { Id = Guid.Empty, Status = TicketStatus.Accepted };

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<TicketStep> Possible(Ticket ticket, Standing by, DateTimeOffset now) =>
        [.. Enum.GetValues<TicketStep>().Where(step => IsPossible(step, ticket, by, now))];

    /// <summary>The one thing this actor does next; null where somebody else's turn it is.</summary>
    public static TicketStep? Of(Ticket ticket, Standing by, DateTimeOffset now) =>
        Wanted(ticket, by, now) is { } step && IsPossible(step, ticket, by, now) ? step : null;

    private static TicketStep? Wanted(Ticket ticket, Standing by, DateTimeOffset now) => ticket switch
    {
        { Status: TicketStatus.New } => TicketStep.Accept,
        { Status: TicketStatus.Resolved } => TicketStep.Call,
        { Status: TicketStatus.Closed or TicketStatus.Cancelled } => null,
        { Status: TicketStatus.Waiting } => TicketStep.Resume,
        { TakenAt: null } when by.IsAssignee => TicketStep.Take,
        _ when (ticket.UnansweredSince is not null || IsPromisedSoon(ticket, now)) && (by.IsAssignee || by.Actor.Is(ticket.OwnerId)) => TicketStep.Answer,
        { Status: TicketStatus.Accepted } => by.IsDesk ? TicketStep.Assign : TicketStep.Claim,
        { AssigneeId: null } when by.IsInTeam => TicketStep.Claim,
        { Status: TicketStatus.Assigned } when by.IsAssignee => TicketStep.Start,
        { Status: TicketStatus.InProgress } when by.IsAssignee => TicketStep.Resolve,
        _ => null,
    };

    private static bool IsPossible(TicketStep step, Ticket ticket, Standing by, DateTimeOffset now) => step switch
    {
        TicketStep.Accept => Allows(Intake.Accept(ticket, by)),
        TicketStep.Answer => (ticket is { IsOpen: true, UnansweredSince: not null } || IsPromisedSoon(ticket, now)) && by.IsAtWork,
        TicketStep.Take => Allows(Dispatching.Take(ticket, by)),
        TicketStep.Claim => !by.IsAssignee && Allows(Dispatching.Claim(ticket, by)),
        TicketStep.Resume => Allows(Handling.Resume(ticket, by, WaitEnd.Resumed)),
        TicketStep.Call => Allows(Confirmation.Call(ticket, by, CallOutcome.Solved, null, now)),
        TicketStep.Assign => Allows(Dispatching.Assign(ticket, by, Anybody)),
        TicketStep.SolveAtOnce => AllowsButForTasks(Handling.Resolve(ticket, by, AnySolution with { FirstContact = true }, now)),
        TicketStep.Start => Allows(Handling.Start(ticket, by)),
        TicketStep.Resolve => AllowsButForTasks(Handling.Resolve(ticket, by, AnySolution, now)),
        TicketStep.Wait => Allows(Handling.Wait(ticket, by, WaitReason.Parts, now.AddDays(1), null, null, now)),
        // who may assign need not pass on
        TicketStep.PassOn => !by.IsDesk && Allows(Dispatching.PassOn(ticket, by, Anybody, "-")),
        TicketStep.Contact => Allows(Handling.Contact(ticket, by, ContactBy.Phone, now, "-", now)),
        TicketStep.Plan => Allows(Promising.Plan(ticket, by, "-", now)),
        TicketStep.Promise => Allows(Promising.Promise(ticket, by, "-", now.AddDays(1), now)),
        TicketStep.Arrive => Allows(Visiting.Arrive(ticket, by, now, now)),
        TicketStep.Leave => Allows(Visiting.Leave(ticket, by, now, now)),
        TicketStep.Escalate => Allows(Escalating.Stay(ticket, by, EscalationTarget.Manager, "-", "-")),
        // nobody urges themselves
        TicketStep.Urge => by is { IsDesk: true, IsAssignee: false } && Urging.NotNow(ticket, by) is null,
        TicketStep.Classify => by.IsDesk && ticket.IsOpen,
        TicketStep.Correct => by.IsAtWork && ticket.IsOpen,
        TicketStep.Reopen => Allows(Confirmation.Reopen(ticket, by, "-")),
        TicketStep.Publish => Allows(MajorIncidentRules.Publish(ticket, by, AnyMessage, children: 0, now)),
        TicketStep.Attach => MajorIncidentRules.NoAttaching(ticket, by, children: 1) is null,
        TicketStep.Link => by.IsAtWork,
        TicketStep.Merge => Allows(Merging.Merge(ticket, by, AnyTicket, hasChildren: false)),
        TicketStep.Unmerge => by.IsDesk && ticket.MergedIntoId is not null,
        TicketStep.Split => Allows(Splitting.Split(ticket, by, "-", "-", [], Guid.Empty)),
        TicketStep.DeclareMajor => Allows(MajorIncidentRules.Declare(ticket, by, "-", "-")),
        TicketStep.WithdrawMajor => Allows(MajorIncidentRules.Withdraw(ticket, by, "-")),
        TicketStep.Close => Allows(Confirmation.Close(ticket, by, CloseCode.Spam, null, now)),
    };

    /// <summary>The user counts on a word within the hour, or since.</summary>
    private static bool IsPromisedSoon(Ticket ticket, DateTimeOffset now) => ticket is { IsInWork: true, PromisedBy: { } promised } && promised - now < LastHour;

    // its form says which tasks are left, and who does them meanwhile need not look for it
    private static bool AllowsButForTasks(Decision decision) => Allows(decision) || decision.Refusals is [RequiredTasksAreOpen];

    private static bool Allows(Decision decision) => !decision.IsRefused;
}
