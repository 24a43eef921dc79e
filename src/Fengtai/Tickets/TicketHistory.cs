using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Checklists;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Timesheets;

namespace Fengtai.Tickets;

/// <summary>
/// The life of a ticket told after it was lived, for what is brought in whole: a demonstration, a load test. Every act is decided by the
/// rules that hold at the desk, at the time at which it is said to have happened; a tale that they refuse is a bug of its teller, and throws.
/// Times are in whole microseconds, as the database keeps them.
/// </summary>
public sealed class TicketHistory
{
    private readonly List<(TicketEvent Event, Actor Actor, DateTimeOffset At)> _past = [];

    private TicketHistory(Ticket ticket) => Ticket = ticket;

    public Ticket Ticket { get; }

    /// <summary>The time of the last act.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What happened, in its order.</summary>
    public IReadOnlyList<(TicketEvent Event, Actor Actor, DateTimeOffset At)> Past => _past;

    internal List<Note> Notes { get; } = [];

    internal List<Attachment> Attachments { get; } = [];

    internal List<TicketTask> Tasks { get; } = [];

    internal List<TimeEntry> Time { get; } = [];

    /// <summary>Words to the user that are no notes.</summary>
    internal IEnumerable<string> Told => _past.Select(p => p.Event switch
    {
        PlanGiven plan => plan.Text,
        PromiseMade promise => promise.Text,
        _ => null,
    }).OfType<string>();

    internal IEnumerable<EventRow> Events => _past.Select(p => EventRow.Of(TicketActs.SubjectOf(Ticket), p.Event, p.Actor, p.At));

    /// <param name="at">When it was told; for work entered afterwards, when it was entered.</param>
    public static TicketHistory Open(ToldRequest told, Actor by, DateTimeOffset at)
    {
        var request = new Request(
            told.Type, told.Subject, told.Description, told.Category, told.Answers, told.Impact, told.Urgency, told.Graded,
            told.RequesterId, told.ReportedById, told.Channel, told.OccurredAt, told.Contact, told.Place, told.Files, told.Accept,
            told.Real is { } real ? new(real.OpenedAt, real.StartedAt, real.ResolvedAt) : null,
            told.Solved is { } solved ? Resolved(solved, told.Real is null) : null)
        { Id = Guid.CreateVersion7(at) };
        var decision = Opening.Open(request, by, at);
        if (decision.IsRefused)
        {
            throw new InvalidOperationException($"{told.Subject}: {decision.Refusal.Code}");
        }
        var history = new TicketHistory(decision.Value.Ticket);
        history.Ticket.Answers = TicketAnswers.Write(told.Answers);
        history.Attach(told.Files, note: null, isPublic: true);
        foreach (var (happened, when) in decision.Value.Events)
        {
            history.Happen(happened, by, when);
        }
        return history;
    }

    public void Accept(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Intake.Accept(t, s));

    public void Classify(Classification to, Priority fromMatrix, string? reason, Actor by, DateTimeOffset at) =>
        Decide(by, at, (t, s) => Intake.Classify(t, s, to, fromMatrix, reason));

    /// <param name="assignee">Somebody who works in that team.</param>
    public void Assign(Guid? team, Guid? assignee, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Dispatching.Assign(t, s, To(team, assignee)));

    public void PassOn(Guid? team, Guid? assignee, string reason, Actor by, DateTimeOffset at) =>
        Decide(by, at, (t, s) => Dispatching.PassOn(t, s, To(team, assignee), reason));

    public void Take(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Dispatching.Take(t, s));

    public void Claim(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Dispatching.Claim(t, s));

    /// <summary>A check-list.</summary>
    /// <param name="requiresLast">The last of them must be done before it is solved.</param>
    public void AddTasks(IReadOnlyList<string> titles, bool requiresLast, Actor by, DateTimeOffset at) =>
        Decide(by, at, (t, s) => TaskRules.Add(t, s, [.. titles.Select((title, i) => new AddedTask(Guid.CreateVersion7(at), new(title, null, null, requiresLast && i == titles.Count - 1)))], mayNotRead: null));

    /// <summary>The first of the tasks that is not done is.</summary>
    public void DoNextTask(Actor by, DateTimeOffset at)
    {
        var next = Tasks.First(t => !t.IsDone);
        Decide(by, at, (t, s) => TaskRules.Tick(t, s, next.Id, next.Facts, next.IsDone));
    }

    public bool HasOpenTasks => Tasks.Exists(t => !t.IsDone);

    /// <summary>What the work took, entered on the day on which it was done.</summary>
    public void Spend(int minutes, WorkKind work, Actor by, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, by.Zone).DateTime);
        Decide(by, at, (_, s) => TimeRules.Enter(s, Guid.CreateVersion7(at), new(minutes, day, work, null), day));
    }

    public void Start(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Handling.Start(t, s));

    public void Contact(ContactBy means, string note, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Handling.Contact(t, s, means, at, note, at));

    public void GivePlan(string text, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Promising.Plan(t, s, text, at));

    public void Promise(string text, DateTimeOffset until, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Promising.Promise(t, s, text, until, at));

    public void Arrive(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Visiting.Arrive(t, s, at, at));

    public void Leave(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Visiting.Leave(t, s, at, at));

    /// <summary>Others are called in, and who has it keeps it.</summary>
    public void Escalate(EscalationTarget target, string reason, string analysis, Actor by, DateTimeOffset at, string? supplier = null) => Decide(by, at, (t, s) => Escalating.Stay(t, s, target, reason, analysis, supplier));

    /// <param name="nextTeam">A team of a higher line.</param>
    public void Escalate(Guid nextTeam, string reason, string analysis, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Escalating.ToNextLine(t, s, reason, analysis, nextTeam));

    /// <summary>So seldom that nobody stands in the way.</summary>
    public void Urge(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Urging.Urge(t, s, [], new(TimeSpan.Zero, 1), at));

    /// <summary>A message to the other side.</summary>
    public void Say(string text, Actor by, DateTimeOffset at, bool noReplyNeeded = false, params IReadOnlyList<Guid> files) =>
        Decide(by, at, (t, s) => Conversation.Add(t, s, NewNotes.Of(text, isPublic: true, s is { IsUserSide: true, SeesInternals: false }, noReplyNeeded, files), at));

    /// <summary>A note among staff.</summary>
    public void Remark(string text, Actor by, DateTimeOffset at, params IReadOnlyList<Guid> files) =>
        Decide(by, at, (t, s) => Conversation.Add(t, s, NewNotes.Of(text, isPublic: false, isFromUser: false, noReplyNeeded: false, files), at));

    /// <summary>The last message of the user needs no reply.</summary>
    public void NeedNoReply(Actor by, DateTimeOffset at)
    {
        var waiting = Notes.Where(n => n is { IsFromUser: true, NoReplyNeeded: false }).ToList();
        var other = waiting.SkipLast(1).FirstOrDefault(n => Ticket.UnansweredSince <= n.At);
        Decide(by, at, (_, _) => Conversation.NeedsNoReply(waiting.LastOrDefault(), other?.At));
        waiting[^1].NoReplyNeeded = true;
    }

    public void Wait(WaitReason reason, DateTimeOffset until, string? question, string? note, Actor by, DateTimeOffset at, string? supplier = null) =>
        Decide(by, at, (t, s) => Handling.Wait(t, s, reason, until, question is null ? null : NewNotes.Answer(question), note is null ? null : NewNotes.Internal(note), at, supplier));

    public void Resume(WaitEnd because, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Handling.Resume(t, s, because));

    /// <param name="firstContact">Solved while the user was there, confirmed by word of mouth, closed.</param>
    public void Resolve(ToldSolution solved, bool firstContact, Actor by, DateTimeOffset at) =>
        Decide(by, at, (t, s) => Handling.Resolve(t, s, Resolved(solved, firstContact), at));

    public void Confirm(Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Confirmation.Confirm(t, s));

    public void Reject(string reason, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Confirmation.Reject(t, s, reason));

    public void Call(CallOutcome outcome, string? note, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Confirmation.Call(t, s, outcome, note, at));

    public void Close(CloseCode code, string? explanation, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Confirmation.Close(t, s, code, explanation, at));

    public void Reopen(string reason, Actor by, DateTimeOffset at) =>
        Decide(by, at, (t, s) => Confirmation.IsTooLateToReopen(t, at) ? throw new InvalidOperationException($"{t.Subject}: too late to reopen") : Confirmation.Reopen(t, s, reason));

    public void Cancel(string reason, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Confirmation.Cancel(t, s, reason));

    public void Rate(Rating rating, Actor by, DateTimeOffset at) => Decide(by, at, (t, s) => Satisfaction.Rate(t, s, rating, at));

    private static Target To(Guid? team, Guid? assignee) => new(new(team, assignee), AssigneeWorks: true, AssigneeIsInTeam: true);

    private static Resolution Resolved(ToldSolution solved, bool firstContact) => new(solved.Solution, solved.Cause, solved.Prevention, solved.Tested, solved.Outcome, firstContact);

    private void Decide(Actor by, DateTimeOffset at, Func<Ticket, Standing, Decision> decide)
    {
        var decision = decide(Ticket, Standing.Of(by, Ticket));
        if (decision.IsRefused)
        {
            throw new InvalidOperationException($"{Ticket.Subject} ({Ticket.Status}): {decision.Refusals[0].Code}");
        }
        foreach (var happened in Promising.WithKept(Ticket, decision.Events, at.ToUniversalTime()))
        {
            Happen(happened, by, at);
        }
    }

    private void Happen(TicketEvent happened, Actor by, DateTimeOffset at)
    {
        if (at < At)
        {
            throw new InvalidOperationException($"{Ticket.Subject}: {happened.Kind} at {at:u} comes after {At:u}");
        }
        At = at.ToUniversalTime();
        TicketState.Apply(Ticket, happened, At);
        _past.Add((happened, by, At));
        switch (happened)
        {
            case NoteAdded note:
                Notes.Add(TicketActs.NoteOf(Ticket, note, by, At));
                Attach(note.Files, note.NoteId, note.IsPublic);
                break;
            case TasksAdded added:
                Tasks.AddRange(added.Tasks.Select((t, i) => TicketTask.Of(t, Ticket.Id, Tasks.Count + i + 1, by, At)));
                break;
            case TaskDone done when Tasks.Find(t => t.Id == done.TaskId) is { } task:
                (task.DoneAt, task.DoneById) = (At, by.PersonId);
                break;
            case TimeSpent spent:
                Time.Add(TimeEntry.Of(spent, Ticket.Id, by, At));
                break;
        }
    }

    private void Attach(IEnumerable<Guid> files, Guid? note, bool isPublic) =>
        Attachments.AddRange(files.Select(f => new Attachment { FileId = f, TicketId = Ticket.Id, NoteId = note, IsPublic = isPublic }));
}

/// <summary>A request as it was told.</summary>
public sealed record ToldRequest(TicketType Type, string Subject, string Description, Category? Category, FormAnswers Answers, Guid RequesterId, Channel Channel)
{
    public Impact? Impact { get; init; }

    public Urgency? Urgency { get; init; }

    /// <summary>The priority, where the desk files it and has judged; otherwise impact and urgency are the requester's claim.</summary>
    public Priority? Graded { get; init; }

    public Guid? ReportedById { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    public string? Contact { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The desk takes it over in the same step.</summary>
    public bool Accept { get; init; }

    /// <summary>When things really happened, where it was entered afterwards (补录).</summary>
    public ToldTimes? Real { get; init; }

    /// <summary>Where it was solved at once, or before it was entered.</summary>
    public ToldSolution? Solved { get; init; }
}

public sealed record ToldTimes(DateTimeOffset OpenedAt, DateTimeOffset? StartedAt, DateTimeOffset? ResolvedAt);

public sealed record ToldSolution(string Solution, string? Cause, string? Prevention, string? Tested, ResolutionOutcome Outcome = ResolutionOutcome.Solved);
