using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>All that the desk's page of one ticket shows.</summary>
public sealed record TicketDossier
{
    public required Ticket Ticket { get; init; }

    public required TicketNames Names { get; init; }

    public required PersonHistory History { get; init; }

    public required IReadOnlyList<StoryLine> Story { get; init; }

    public required FormAnswers Answers { get; init; }

    /// <summary>The questions that lack an answer.</summary>
    public required IReadOnlyList<Wording> Missing { get; init; }

    /// <summary>Files that the reader may see, by id.</summary>
    public required IReadOnlyDictionary<Guid, FileLink> Files { get; init; }

    /// <summary>Tickets that have to do with it; of its children the first ones.</summary>
    public required IReadOnlyList<LinkedTicket> Linked { get; init; }

    /// <summary>How many children there are in each status.</summary>
    public IReadOnlyDictionary<TicketStatus, int> Children { get; init; } = new Dictionary<TicketStatus, int>();

    /// <summary>Set where the ticket is a major incident.</summary>
    public OpenMajorIncident? Major { get; init; }

    /// <summary>The major incident of which it is a part.</summary>
    public OpenMajorIncident? PartOf { get; init; }

    /// <summary>Those of which it may be a part.</summary>
    public IReadOnlyList<OpenMajorIncident> MayBelongTo { get; init; } = [];

    /// <summary>What is on its way to the children, and what has arrived.</summary>
    public IReadOnlyList<SpreadProgress> Spreads { get; init; } = [];

    public required IReadOnlyList<WatcherCard> Watchers { get; init; }

    /// <summary>The reader is one of them.</summary>
    public required bool IsWatched { get; init; }

    public IReadOnlyList<TaskCard> Tasks { get; init; } = [];

    /// <summary>What the work took, the last first.</summary>
    public IReadOnlyList<TimeCard> Time { get; init; } = [];

    /// <summary>Those of the tasks that the reader may tick.</summary>
    public required Func<TaskCard, bool> MayTick { get; init; }

    /// <summary>May change the list of tasks.</summary>
    public required bool MayChangeTasks { get; init; }

    /// <summary>May enter what their work took.</summary>
    public required bool MayEnterTime { get; init; }

    public required IReadOnlyList<TicketStep> Steps { get; init; }

    public required TicketStep? Next { get; init; }

    public required NextDue? Due { get; init; }

    /// <summary>May write to the user.</summary>
    public required bool MayAnswer { get; init; }

    public PersonCard? Requester => Names.Person(Ticket.RequesterId);

    /// <summary>The last event shown; a form says it, so that what came after can be told.</summary>
    public long LastEvent => Story.Count > 0 ? Story[^1].Id : 0;

    /// <summary>Where it goes on, if it was merged.</summary>
    public Ticket? MergedInto => Linked.FirstOrDefault(l => l.Tie == Tie.MergedInto)?.Ticket;

    public int ChildrenInAll => Children.Values.Sum();

    /// <summary>What the reader has written here and not sent.</summary>
    internal TicketDrafts Drafts { get; init; } = TicketDrafts.None;

    /// <summary>The log as far as it can overtake a form.</summary>
    internal IReadOnlyList<Happening> Happened { get; init; } = [];

    /// <summary>What somebody who minds this has not read yet.</summary>
    /// <param name="seen">The newest event that they have.</param>
    internal IReadOnlyList<StoryLine> NewsSince(long seen, Minds minds)
    {
        var news = Happened.Where(h => h.Id > seen && h.IsNews(minds)).Select(h => h.Id).ToHashSet();
        return [.. Story.Where(l => news.Contains(l.Id))];
    }

    public string Address => $"/desk/tickets/{Ticket.Number}";

    /// <summary>Who and what can be named in texts about it.</summary>
    public Completes Completes => new($"{Address}/mentionable", TicketPageRoutes.TicketCompletionPath);

    public bool May(TicketStep step) => Steps.Contains(step);
}

/// <summary>The tickets of a person: how many, and the last ones besides the one that is shown.</summary>
public sealed record PersonHistory(TicketCount Open, TicketCount All, IReadOnlyList<Ticket> Recent);

/// <summary>The next action and its time.</summary>
/// <param name="WaitingFor">Set while the clock stands.</param>
public sealed record NextDue(NextActionKind Action, DateTimeOffset At, bool IsMissed, bool IsSoon, WaitReason? WaitingFor);
