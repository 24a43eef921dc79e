using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>What a rule decides: what happens, in this order, or why not.</summary>
internal readonly struct Decision
{
    private readonly IReadOnlyList<TicketEvent>? _events;

    private Decision(IReadOnlyList<TicketEvent>? events, IReadOnlyList<Refusal> refusals) => (_events, Refusals) = (events, refusals);

    public IReadOnlyList<TicketEvent> Events => _events ?? [];

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsRefused => Refusals.Count > 0;

    public static Decision Refuse(IReadOnlyList<Refusal> refusals) => new(null, refusals);

    /// <summary>These happen; those that are null do not.</summary>
    public static Decision Happen(params TicketEvent?[] events) => new([.. events.OfType<TicketEvent>()], []);

    public static implicit operator Decision(TicketEvent happened) => Happen(happened);

    public static implicit operator Decision(Refusal refusal) => Refuse([refusal]);
}
