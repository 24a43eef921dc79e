namespace Fengtai.Tickets;

/// <summary>One or more tasks were put on the list of a ticket.</summary>
public sealed record TasksAdded(IReadOnlyList<AddedTask> Tasks) : TicketEvent
{
    public override string Kind => "tasksAdded";
}

public sealed record AddedTask(Guid TaskId, TaskFacts Task);

/// <summary>What a task says.</summary>
/// <param name="Required">The ticket is not solved before it is done.</param>
public sealed record TaskFacts(string Title, Guid? AssigneeId, DateOnly? Due, bool Required);

public sealed record TaskDone(Guid TaskId, string Title, bool Required) : TicketEvent
{
    public override string Kind => "taskDone";
}

/// <summary>It had been done, and is not.</summary>
public sealed record TaskReopened(Guid TaskId, string Title, bool Required) : TicketEvent
{
    public override string Kind => "taskReopened";
}

public sealed record TaskChanged(Guid TaskId, TaskFacts From, TaskFacts To, bool IsDone) : TicketEvent
{
    public override string Kind => "taskChanged";
}

public sealed record TaskRemoved(Guid TaskId, string Title, bool Required, bool IsDone) : TicketEvent
{
    public override string Kind => "taskRemoved";
}

/// <summary>The same tasks in another order.</summary>
public sealed record TasksOrdered : TicketEvent
{
    public override string Kind => "tasksOrdered";
}
