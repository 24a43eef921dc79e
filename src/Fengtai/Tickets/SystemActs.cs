using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>What a higher practice lets the system do to a ticket by itself, by the same rules and with the same events as people's acts.</summary>
public sealed class SystemActs
{
    private readonly TicketActs _acts;

    internal SystemActs(TicketActs acts) => _acts = acts;

    /// <summary>One step up; refused where it is urgent already.</summary>
    public Task<Result<Ticket>> RaisePriorityAsync(long number, string reason, CancellationToken cancellation) =>
        ActAsync(number, context => Task.FromResult(Intake.Raise(context.Ticket, reason)), cancellation);

    public Task<Result<Ticket>> RemarkAsync(long number, string text, CancellationToken cancellation) =>
        ActAsync(number, context => Task.FromResult(Conversation.Add(context.Ticket, context.By, NewNotes.Internal(text), context.Now)), cancellation);

    private Task<Result<Ticket>> ActAsync(long number, Func<ActContext, Task<Decision>> decide, CancellationToken cancellation) => _acts.ActAsync(number, null, Actor.System, decide, cancellation);
}
