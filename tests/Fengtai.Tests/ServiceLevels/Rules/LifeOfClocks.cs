using Fengtai.Catalog;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>A ticket's life as its clocks see it, under the usual promises.</summary>
internal sealed class LifeOfClocks
{
    public static readonly Promises Normal = Of(
        (ClockKind.Resolution, Office.WorkingDays(3)), (ClockKind.FirstResponse, Office.Minutes(60)), (ClockKind.Plan, Office.WorkingDays(1)),
        (ClockKind.NextUpdate, Office.Minutes(1440, Office.Always)), (ClockKind.Take, Office.Minutes(10)), (ClockKind.Confirmation, Office.Minutes(2880, Office.Always)));

    public static readonly Promises Urgent = Of(
        (ClockKind.Resolution, Office.Minutes(60, Office.Always)), (ClockKind.FirstResponse, Office.Minutes(5, Office.Always)), (ClockKind.NextUpdate, Office.Minutes(30, Office.Always)),
        (ClockKind.Take, Office.Minutes(10, Office.Always)), (ClockKind.Confirmation, Office.Minutes(2880, Office.Always)));

    private readonly List<Clock> _clocks = [];
    private readonly ClockRules _rules;
    private readonly AgreementList _agreements;
    private readonly List<(DateTimeOffset From, Guid? Team)> _held = [];
    private Promises _promises;
    private Whereabouts _where = Whereabouts.Opened;
    private Priority _priority = Priority.Normal;

    public LifeOfClocks(Promises? promises = null, params IReadOnlyList<Agreement> agreements)
    {
        _rules = new(Guid.CreateVersion7(), _clocks);
        _promises = promises ?? Normal;
        _agreements = new(agreements);
    }

    /// <summary>Which team had it from when on.</summary>
    public IReadOnlyList<(DateTimeOffset From, Guid? Team)> Held => _held;

    /// <summary>The category and all above it, from the top.</summary>
    public IReadOnlyList<Guid> Path { get; init; } = [];

    public IReadOnlyList<Clock> Clocks => _clocks;

    /// <summary>The time of the last event.</summary>
    public DateTimeOffset Now { get; private set; }

    public LifeOfClocks Open(string at, bool afterwards = false) =>
        Then(at, new TicketOpened(TicketType.Incident, "打印机不工作", Channel.Portal, Guid.CreateVersion7(), null, null, null, null, [], afterwards, null));

    public LifeOfClocks Answer(string at, bool byPerson = true) => Then(at, ClockRulesTests.Note(), byPerson: byPerson);

    public LifeOfClocks Ask(string at) => Then(at, ClockRulesTests.Note(fromUser: true));

    public LifeOfClocks Give(string at) => Then(at, new TicketAssigned(ClockRulesTests.Nobody, ClockRulesTests.Somebody));

    /// <summary>To somebody of a team.</summary>
    public LifeOfClocks GiveTo(Guid? team, string at) => Then(at, new TicketPassedOn(ClockRulesTests.Nobody, new(team, Guid.CreateVersion7()), ""));

    public LifeOfClocks Solve(string at) => Then(at, new TicketResolved("好了", null, ResolutionOutcome.Solved, FirstContact: false));

    public LifeOfClocks Then(string at, TicketEvent happened, Promises? promises = null, bool byPerson = true) => Then(Office.At(at), happened, promises, byPerson);

    public LifeOfClocks Then(DateTimeOffset at, TicketEvent happened, Promises? promises = null, bool byPerson = true)
    {
        (Now, _promises, _where) = (at, promises ?? _promises, _where.After(happened));
        _priority = happened is TicketClassified classified ? classified.To.Priority : _priority;
        _held.Add((at, _where.Team));
        _rules.Follow(happened, at, byPerson, _promises with { Agreed = new(_agreements, Path, _priority, _where, Office.Of) });
        return Settle();
    }

    public LifeOfClocks Hasten(string at, Guid from, LifeOfClocks other)
    {
        Now = Office.At(at);
        _rules.Hasten(from, other.Clocks.Where(c => !c.IsOver), Now, _promises);
        return Settle();
    }

    public LifeOfClocks Agree(string at, Agreement changed, Priority priority)
    {
        Now = Office.At(at);
        _rules.AgreeAnew(Now, changed.Id, Agreed.ShareIn(changed, priority));
        return Settle();
    }

    public LifeOfClocks Release(Guid from)
    {
        _rules.Release(from);
        return Settle();
    }

    /// <summary>When the running one of that kind is due.</summary>
    public DateTimeOffset? Due(ClockKind kind) => _clocks.Last(c => c.Kind == kind && !c.IsOver).DueAt;

    /// <summary>Those of teams and suppliers.</summary>
    public string SayShares() => string.Join("; ", _clocks.Where(c => c.AgreementId is not null).Select(c => $"{Fengtai.Platform.Texts.Words.Of(c.Kind)} {c.Round} {Fengtai.Platform.Texts.Words.Of(c.State)}"));

    public string Say() => string.Join("; ", _clocks.Select(c => $"{Fengtai.Platform.Texts.Words.Of(c.Kind)} {c.Round} {Fengtai.Platform.Texts.Words.Of(c.State)}"));

    private LifeOfClocks Settle()
    {
        foreach (var clock in _clocks)
        {
            Settling.Settle(clock, Office.Of, [], Now);
        }
        return this;
    }

    private static Promises Of(params (ClockKind Kind, Target Target)[] targets) =>
        new(Guid.CreateVersion7(), targets.ToDictionary(t => t.Kind, t => t.Target), new HashSet<string> { "user", "userDate", "parts", "approval", "changeWindow", "observation" });
}
