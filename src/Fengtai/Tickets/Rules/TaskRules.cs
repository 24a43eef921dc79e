using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Tasks of a ticket: who may change its list, and when.</summary>
internal static class TaskRules
{
    /// <summary>So many on one ticket; what is larger is a project.</summary>
    public const int Most = 100;

    public const int LongestTitle = 200;

    /// <param name="mayNotRead">Name of somebody who is to do one and cannot read the ticket; null where all can.</param>
    public static Decision Add(Ticket ticket, Standing by, IReadOnlyList<AddedTask> tasks, string? mayNotRead) => true switch
    {
        _ when NotNow(ticket, by) is { } no => no,
        _ when tasks.Count == 0 => new Missing("text"),
        _ when ticket.TaskCount + tasks.Count > Most => new TooManyTasks(Most),
        _ when mayNotRead is not null => new TaskAssigneeMayNotRead(mayNotRead),
        _ => new TasksAdded(tasks),
    };

    /// <summary>Who is to do it may say that it is done, wherever else they work.</summary>
    public static Decision Tick(Ticket ticket, Standing by, Guid id, TaskFacts task, bool isDone) => true switch
    {
        _ when NotNow(ticket, by, task.AssigneeId) is { } no => no,
        _ when isDone => new NothingWouldChange(),
        _ => new TaskDone(id, task.Title, task.Required),
    };

    public static Decision Untick(Ticket ticket, Standing by, Guid id, TaskFacts task, bool isDone) => true switch
    {
        _ when NotNow(ticket, by, task.AssigneeId) is { } no => no,
        _ when !isDone => new NothingWouldChange(),
        _ => new TaskReopened(id, task.Title, task.Required),
    };

    public static Decision Change(Ticket ticket, Standing by, Guid id, TaskFacts from, TaskFacts to, bool isDone, string? mayNotRead) => true switch
    {
        _ when NotNow(ticket, by) is { } no => no,
        _ when mayNotRead is not null => new TaskAssigneeMayNotRead(mayNotRead),
        _ when from == to => new NothingWouldChange(),
        _ => new TaskChanged(id, from, to, isDone),
    };

    public static Decision Remove(Ticket ticket, Standing by, Guid id, TaskFacts task, bool isDone) =>
        NotNow(ticket, by) is { } no ? no : new TaskRemoved(id, task.Title, task.Required, isDone);

    /// <param name="isAnother">Whether the order is another than it was.</param>
    public static Decision Order(Ticket ticket, Standing by, bool isAnother) =>
        NotNow(ticket, by) is { } no ? no : isAnother ? new TasksOrdered() : new NothingWouldChange();

    /// <summary>Why it cannot be solved yet; null where it can.</summary>
    public static Refusal? NotSolvable(Ticket ticket) => ticket.RequiredTasksOpen > 0 ? new RequiredTasksAreOpen(ticket.RequiredTasksOpen) : null;

    public static bool MayChange(Ticket ticket, Standing by) => NotNow(ticket, by) is null;

    public static bool MayTick(Ticket ticket, Standing by, Guid? assignee) => NotNow(ticket, by, assignee) is null;

    private static Refusal? NotNow(Ticket ticket, Standing by, Guid? assignee = null) => ticket switch
    {
        _ when !by.SeesInternals => new TicketIsNotYours(),
        _ when !by.IsAtWork && !by.Actor.Is(assignee) => new TicketIsNotYours(),
        { Status: TicketStatus.Closed } => new TicketIsAlreadyClosed(),
        { Status: TicketStatus.Cancelled } => new TicketWasCancelled(),
        _ => null,
    };
}
