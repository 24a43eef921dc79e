namespace Fengtai.Tickets.Rules;

/// <summary>The only place where a ticket's state changes: what each event does to it.</summary>
internal static class TicketState
{
    public static void Apply(Ticket ticket, TicketEvent happened, DateTimeOffset at)
    {
        ticket.UpdatedAt = at;
        switch (happened)
        {
            case TicketAccepted e:
                (ticket.Status, ticket.OwnerId, ticket.AcceptedAt) = (TicketStatus.Accepted, e.OwnerId, at);
                break;
            case TicketClassified { To: var to }:
                (ticket.Type, ticket.CategoryId, ticket.Impact, ticket.Urgency) = (to.Type, to.CategoryId, to.Impact, to.Urgency);
                (ticket.Priority, ticket.OutOfScope, ticket.MissingAnswers) = (to.Priority, to.OutOfScope, [.. to.MissingAnswers]);
                break;
            case TicketCorrected { To: var to }:
                (ticket.Subject, ticket.Contact, ticket.Place) = (to.Subject, to.Contact, to.Place);
                break;
            case QuestionsAnswered e:
                ticket.Answers = TicketAnswers.Write(new([.. TicketAnswers.Read(ticket).Given.ExceptBy(e.Given.Select(g => g.Key), g => g.Key), .. e.Given], e.StillMissing));
                ticket.MissingAnswers = [.. e.StillMissing];
                break;
            case TicketAssigned { To: var to }:
                Give(ticket, to, at);
                break;
            case TicketPassedOn { To: var to }:
                Give(ticket, to, at);
                break;
            case TicketTaken:
                ticket.TakenAt = at;
                break;
            case TicketClaimed e:
                Give(ticket, new(ticket.TeamId, e.AssigneeId), at);
                ticket.TakenAt = at;
                break;
            case WorkStarted:
                ticket.Status = TicketStatus.InProgress;
                ticket.StartedAt ??= at;
                break;
            case FirstResponseGiven e:
                ticket.FirstResponseAt = e.RespondedAt;
                break;
            case ContactMade e:
                TellUser(ticket, e.ContactAt);
                break;
            case NoteAdded { IsPublic: true, IsFromUser: false }:
                TellUser(ticket, at);
                break;
            case NoteAdded { IsFromUser: true, NoReplyNeeded: false }:
                ticket.UnansweredSince ??= at;
                break;
            case NoReplyIsNeeded e:
                ticket.UnansweredSince = e.UnansweredSince;
                break;
            case PlanGiven:
                TellUser(ticket, at);
                break;
            case PromiseMade e:
                (ticket.PromiseText, ticket.PromisedAt, ticket.PromisedBy) = (e.Text, at, e.By);
                TellUser(ticket, at);
                break;
            case PromiseKept:
                (ticket.PromiseText, ticket.PromisedAt, ticket.PromisedBy) = (null, null, null);
                break;
            case TicketUrged e:
                (ticket.UrgeCount, ticket.LastUrgedAt) = (e.Count, at);
                break;
            case EngineerArrived e:
                (ticket.ArrivedAt, ticket.LeftAt) = (e.ArrivedAt, null);
                break;
            case EngineerLeft e:
                ticket.LeftAt = e.LeftAt;
                break;
            case TicketEscalated e when e.To != e.From:
                Give(ticket, e.To, at);
                break;
            case WaitStarted e:
                (ticket.StatusBeforeWait, ticket.Status) = (ticket.Status, TicketStatus.Waiting);
                (ticket.WaitReason, ticket.WaitUntil) = (e.Reason, e.Until);
                break;
            case WaitEnded:
                ticket.Status = ticket.StatusBeforeWait ?? TicketStatus.Accepted;
                (ticket.StatusBeforeWait, ticket.WaitReason, ticket.WaitUntil) = (null, null, null);
                break;
            case DiagnosisRecorded e:
                (ticket.Cause, ticket.Tested) = (e.Cause, e.Tested);
                break;
            case TicketResolved e:
                (ticket.Status, ticket.ResolvedAt, ticket.CallAttempts) = (TicketStatus.Resolved, at, 0);
                (ticket.Solution, ticket.Prevention, ticket.Outcome, ticket.FirstContact) = (e.Solution, e.Prevention, e.Outcome, e.FirstContact);
                TellUser(ticket, at);
                break;
            case FollowUpCalled e:
                ticket.CallAttempts = e.Attempt;
                break;
            case SolutionRejected e:
                BackToWork(ticket, e.Count);
                ticket.UnansweredSince ??= at;
                break;
            case TicketReopened e:
                BackToWork(ticket, e.Count);
                ticket.UnansweredSince ??= at;
                break;
            case TicketClosed e:
                (ticket.Status, ticket.ClosedAt, ticket.CloseCode) = (TicketStatus.Closed, at, e.Code);
                (ticket.StatusBeforeWait, ticket.WaitReason, ticket.WaitUntil, ticket.UnansweredSince) = (null, null, null, null);
                break;
            case TicketCancelled:
                (ticket.Status, ticket.ClosedAt) = (TicketStatus.Cancelled, at);
                (ticket.StatusBeforeWait, ticket.WaitReason, ticket.WaitUntil, ticket.UnansweredSince) = (null, null, null, null);
                break;
            case TicketRated { Rating: var r }:
                (ticket.RatingOverall, ticket.RatingSpeed, ticket.RatingAttitude, ticket.RatingResult, ticket.RatingComment) = (r.Overall, r.Speed, r.Attitude, r.Result, r.Comment);
                ticket.RatedAt ??= at;
                break;
            case TicketMerged e:
                (ticket.Status, ticket.ClosedAt, ticket.CloseCode, ticket.MergedIntoId) = (TicketStatus.Closed, at, CloseCode.Duplicate, e.IntoId);
                (ticket.StatusBeforeWait, ticket.WaitReason, ticket.WaitUntil, ticket.UnansweredSince) = (null, null, null, null);
                ticket.OwnerId ??= e.OwnerId;
                break;
            case TicketUnmerged { Before: var was }:
                (ticket.Status, ticket.OwnerId, ticket.ClosedAt, ticket.CloseCode, ticket.MergedIntoId) = (was.Status, was.OwnerId, null, null, null);
                (ticket.StatusBeforeWait, ticket.WaitReason, ticket.WaitUntil, ticket.UnansweredSince) = (was.StatusBeforeWait, was.WaitReason, was.WaitUntil, was.UnansweredSince);
                break;
            case TicketAbsorbed { WaitingSince: { } since }:
                ticket.UnansweredSince = ticket.UnansweredSince < since ? ticket.UnansweredSince : since;
                break;
            case TicketReleased e:
                ticket.UnansweredSince = e.UnansweredSince;
                break;
            case TicketLinked { What: LinkKind.Parent } e:
                ticket.ParentId = e.OtherId;
                break;
            case TicketUnlinked { What: LinkKind.Parent }:
                ticket.ParentId = null;
                break;
            case ActUndone { Before: { } before } e:
                PutBack(ticket, e.Act, before);
                break;
            case TasksAdded { Tasks: var tasks }:
                ticket.TaskCount += tasks.Count;
                ticket.RequiredTasksOpen += tasks.Count(t => t.Task.Required);
                break;
            case TaskDone e:
                ticket.TasksDone++;
                ticket.RequiredTasksOpen -= e.Required ? 1 : 0;
                break;
            case TaskReopened e:
                ticket.TasksDone--;
                ticket.RequiredTasksOpen += e.Required ? 1 : 0;
                break;
            case TaskChanged { IsDone: false } e:
                ticket.RequiredTasksOpen += (e.To.Required ? 1 : 0) - (e.From.Required ? 1 : 0);
                break;
            case TaskRemoved e:
                ticket.TaskCount--;
                ticket.TasksDone -= e.IsDone ? 1 : 0;
                ticket.RequiredTasksOpen -= e is { Required: true, IsDone: false } ? 1 : 0;
                break;
            case TimeSpent e:
                ticket.MinutesSpent += e.Time.Minutes;
                break;
            case TimeCorrected e:
                ticket.MinutesSpent += e.To.Minutes - e.From.Minutes;
                break;
            case TimeRemoved e:
                ticket.MinutesSpent -= e.Time.Minutes;
                break;
            case MajorIncidentDeclared:
                ticket.IsMajor = true;
                break;
            case MajorIncidentWithdrawn:
                ticket.IsMajor = false;
                break;
            case MacroRan or TicketOpened or NoteAdded or SolutionConfirmed or TicketEscalated or FollowUpTicketOpened:
            case TicketAbsorbed or NoteForwarded or TicketSplit or TicketSplitOff or TicketLinked or TicketUnlinked or ChildrenAttached:
            case MajorIncidentUpdated or MajorIncidentJoined or SpreadFinished or WatcherAdded or WatcherRemoved or ActUndone or TaskChanged or TasksOrdered:
                break;
            default:
                throw new InvalidOperationException($"Nobody said what {happened.Kind} does to a ticket.");
        }
        NextActions.Plan(ticket);
    }

    private static void Give(Ticket ticket, Assignment to, DateTimeOffset at)
    {
        (ticket.TeamId, ticket.AssigneeId, ticket.AssignedAt, ticket.TakenAt) = (to.TeamId, to.AssigneeId, at, null);
        if (ticket.Status == TicketStatus.Waiting)
        {
            ticket.StatusBeforeWait = TicketStatus.Assigned;
        }
        else
        {
            ticket.Status = TicketStatus.Assigned;
        }
    }

    /// <summary>What an act changed, and nothing else: other things may have happened since.</summary>
    private static void PutBack(Ticket ticket, BulkAct act, TicketFacets before)
    {
        switch (act)
        {
            case BulkAct.Accept:
                (ticket.Status, ticket.OwnerId, ticket.AcceptedAt) = (before.Status, before.OwnerId, before.AcceptedAt);
                break;
            case BulkAct.Assign:
                (ticket.TeamId, ticket.AssigneeId, ticket.AssignedAt, ticket.TakenAt) = (before.TeamId, before.AssigneeId, before.AssignedAt, before.TakenAt);
                if (ticket.Status == TicketStatus.Waiting)
                {
                    ticket.StatusBeforeWait = before.WorkStatus;
                }
                else
                {
                    ticket.Status = before.WorkStatus;
                }
                break;
            case BulkAct.Close:
                (ticket.Status, ticket.OwnerId, ticket.AcceptedAt, ticket.ClosedAt, ticket.CloseCode) = (before.Status, before.OwnerId, before.AcceptedAt, null, null);
                (ticket.StatusBeforeWait, ticket.WaitReason, ticket.WaitUntil, ticket.UnansweredSince) = (before.StatusBeforeWait, before.WaitReason, before.WaitUntil, before.UnansweredSince ?? ticket.UnansweredSince);
                break;
            default:
                throw new InvalidOperationException($"{act} is put back by an event of its own.");
        }
    }

    private static void TellUser(Ticket ticket, DateTimeOffset at)
    {
        ticket.UnansweredSince = null;
        if (at > ticket.LastUpdateToUserAt)
        {
            ticket.LastUpdateToUserAt = at;
        }
    }

    private static void BackToWork(Ticket ticket, int count)
    {
        ticket.Status = ticket.AssigneeId is null ? TicketStatus.Accepted : TicketStatus.InProgress;
        (ticket.ReopenCount, ticket.ResolvedAt, ticket.ClosedAt, ticket.CloseCode, ticket.CallAttempts) = (count, null, null, null, 0);
        ticket.FirstContact = false;
        // a promise that was open when it was closed is not one for what follows
        (ticket.PromiseText, ticket.PromisedAt, ticket.PromisedBy) = (null, null, null);
    }
}
