using Fengtai.Catalog;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>The form of something that can be done, with one ticket or with many.</summary>
public abstract record ActForm(Given Given)
{
    public IReadOnlyList<Option> Teams { get; init; } = [];

    /// <summary>Code of the present team.</summary>
    public string? TeamNow { get; init; }

    public IReadOnlyList<Option> Engineers { get; init; } = [];

    public IReadOnlyList<Option> Categories { get; init; } = [];

    /// <summary>Those with whom something is agreed.</summary>
    public IReadOnlyList<string> Suppliers { get; init; } = [];

    public abstract IEnumerable<CloseCode> CloseCodes { get; }

    /// <summary>Who and what can be named in its texts.</summary>
    public abstract Completes Completes { get; }

    /// <summary>Where what is typed is kept; null where it is not.</summary>
    internal virtual DraftPlace? Draft(string field) => null;
}

/// <summary>The form of something that can be done with a ticket.</summary>
public sealed record StepForm(TicketDossier Dossier, TicketStep Step, Given Given) : ActForm(Given)
{
    /// <summary>What others did since the form was opened; saving again takes it into account.</summary>
    public IReadOnlyList<StoryLine> Meanwhile { get; init; } = [];

    /// <summary>Code of the present category.</summary>
    public string? CategoryNow { get; init; }

    public PriorityMatrix? Matrix { get; init; }

    /// <summary>What may be about the same.</summary>
    public SimilarFound Similar { get; init; } = SimilarFound.Nothing;

    public Ticket Ticket => Dossier.Ticket;

    /// <summary>Where it is sent to.</summary>
    public string Action => $"{Dossier.Address}/{Step.Act()}";

    public override IEnumerable<CloseCode> CloseCodes =>
    [
        CloseCode.Duplicate, CloseCode.NotIt, CloseCode.SelfRecovered, CloseCode.Spam,
        .. Ticket.Status == TicketStatus.Resolved ? [CloseCode.NoAnswer] : Array.Empty<CloseCode>(),
        .. Ticket.Type == TicketType.Alert ? [CloseCode.Recovered] : Array.Empty<CloseCode>(),
    ];

    /// <summary>Every text may name tickets; people are called by notes.</summary>
    public override Completes Completes => Step is TicketStep.Assign or TicketStep.Wait ? Dossier.Completes : Dossier.Completes with { People = null };

    internal override DraftPlace Draft(string field) => Dossier.Drafts.Of(TicketDrafts.OnDesk(Step.Act()), field);
}

/// <summary>How steps are called in addresses and by keys.</summary>
public static class StepNames
{
    /// <summary>The act behind the step.</summary>
    public static string Act(this TicketStep step) => step == TicketStep.SolveAtOnce ? ResolveTicket.Name : Words.Of(step);

    /// <summary>The address of its form: <c>/desk/tickets/100042/solveAtOnce</c>.</summary>
    public static string Word(this TicketStep step) => Words.Of(step);

    /// <summary>A button is enough; there is nothing to say.</summary>
    public static bool IsPlain(this TicketStep step) =>
        step is TicketStep.Accept or TicketStep.Take or TicketStep.Claim or TicketStep.Resume or TicketStep.Start or TicketStep.Urge or TicketStep.Unmerge;

    /// <summary>One key each; steps that exclude each other share one.</summary>
    public static string Key(this TicketStep step) => step switch
    {
        TicketStep.Accept or TicketStep.Assign => "a",
        TicketStep.Answer => "r",
        TicketStep.Take or TicketStep.Claim => "t",
        TicketStep.Resume or TicketStep.Wait => "w",
        TicketStep.Call => "h",
        TicketStep.SolveAtOnce => "f",
        TicketStep.Start => "s",
        TicketStep.Resolve => "e",
        TicketStep.PassOn => "p",
        TicketStep.Contact => "o",
        TicketStep.Plan => "g w",
        TicketStep.Promise => "g d",
        TicketStep.Arrive or TicketStep.Leave => "g v",
        TicketStep.Escalate => "g e",
        TicketStep.Classify => "i",
        TicketStep.Correct => "m",
        TicketStep.Reopen or TicketStep.Urge => "u",
        TicketStep.Close => "d",
        TicketStep.Publish => "y",
        TicketStep.Attach => "z",
        TicketStep.Link => "l",
        TicketStep.Merge or TicketStep.Unmerge => "b",
        TicketStep.Split => "v",
        TicketStep.DeclareMajor or TicketStep.WithdrawMajor => "q",
    };

    public static string Icon(this TicketStep step) => step switch
    {
        TicketStep.Accept => "user-check",
        TicketStep.Answer => "message",
        TicketStep.Take => "thumb-up",
        TicketStep.Claim => "hand-grab",
        TicketStep.Resume or TicketStep.Start => "player-play",
        TicketStep.Call => "phone-call",
        TicketStep.Assign => "route",
        TicketStep.SolveAtOnce => "checklist",
        TicketStep.Resolve => "circle-check",
        TicketStep.Wait => "player-pause",
        TicketStep.PassOn => "arrows-right-left",
        TicketStep.Contact => "phone",
        TicketStep.Plan => "list-details",
        TicketStep.Promise => "calendar-check",
        TicketStep.Arrive => "map-pin",
        TicketStep.Leave => "door-exit",
        TicketStep.Escalate => "stairs-up",
        TicketStep.Urge => "bell-ringing",
        TicketStep.Classify => "adjustments-horizontal",
        TicketStep.Correct => "pencil",
        TicketStep.Reopen => "refresh",
        TicketStep.Close => "lock",
        TicketStep.Publish => "speakerphone",
        TicketStep.Attach => "sitemap",
        TicketStep.Link => "link",
        TicketStep.Merge => "arrow-merge",
        TicketStep.Unmerge => "arrow-back-up",
        TicketStep.Split => "arrows-split-2",
        TicketStep.DeclareMajor => "urgent",
        TicketStep.WithdrawMajor => "urgent",
    };
}
