using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>What a higher practice lets the system do to a ticket by itself, by the same rules and with the same events as people's acts.</summary>
public sealed class SystemActs
{
    private readonly TicketActs _acts;
    private readonly NextLine _nextLine;

    internal SystemActs(TicketActs acts, NextLine nextLine) => (_acts, _nextLine) = (acts, nextLine);

    /// <summary>One step up; refused where it is urgent already.</summary>
    public Task<Result<Ticket>> RaisePriorityAsync(long number, string reason, CancellationToken cancellation) =>
        ActAsync(number, context => Task.FromResult(Intake.Raise(context.Ticket, reason)), cancellation);

    /// <summary>Refused where there is no next line, or more than one team that could get it.</summary>
    public Task<Result<Ticket>> MoveToNextLineAsync(long number, string reason, CancellationToken cancellation) =>
        ActAsync(number, async context => Escalating.ToNextLine(context.Ticket, context.By, reason, reason, (await _nextLine.OfAsync(context.Ticket, null, cancellation)).Map(t => t.Id)), cancellation);

    public Task<Result<Ticket>> RemarkAsync(long number, string text, CancellationToken cancellation) =>
        ActAsync(number, context => Task.FromResult(Conversation.Add(context.Ticket, context.By, NewNotes.Internal(text), context.Now)), cancellation);

    private Task<Result<Ticket>> ActAsync(long number, Func<ActContext, Task<Decision>> decide, CancellationToken cancellation) => _acts.ActAsync(number, null, Actor.System, decide, cancellation);
}
