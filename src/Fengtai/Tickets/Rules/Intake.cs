using Fengtai.Catalog;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Accepting and judging a request.</summary>
internal static class Intake
{
    /// <summary>Who accepts becomes the owner on the desk.</summary>
    public static Decision Accept(Ticket ticket, Standing by) => ticket.Status switch
    {
        TicketStatus.New => by.IsDesk ? new TicketAccepted(by.Actor.Id) : new OnlyTheDeskDoesThis(),
        TicketStatus.Closed => new TicketIsAlreadyClosed(),
        TicketStatus.Cancelled => new TicketWasCancelled(),
        _ => new TicketIsAlreadyAccepted(),
    };

    /// <param name="fromMatrix">What the matrix gives for the new impact and urgency.</param>
    public static Decision Classify(Ticket ticket, Standing by, Classification to, Priority fromMatrix, string? reason)
    {
        if (!by.IsDesk)
        {
            return new OnlyTheDeskDoesThis();
        }
        var from = Current(ticket);
        Refusal? no = ticket.Status switch
        {
            TicketStatus.Closed => new TicketIsAlreadyClosed(),
            TicketStatus.Cancelled => new TicketWasCancelled(),
            _ when to.Priority != fromMatrix && to.Priority != from.Priority && string.IsNullOrWhiteSpace(reason) => new PriorityDepartsFromMatrixWithoutReason(),
            _ when Same(from, to) => new NothingWouldChange(),
            _ => null,
        };
        return no is null ? new TicketClassified(from, to, reason) : no;
    }

    /// <summary>One step up, by what was agreed and not by the matrix.</summary>
    public static Decision Raise(Ticket ticket, string reason)
    {
        var current = Current(ticket);
        return ticket switch
        {
            { IsOpen: false } => new TicketIsAlreadyClosed(),
            { Priority: Priority.Urgent } => new NothingWouldChange(),
            _ => new TicketClassified(current, current with { Priority = current.Priority - 1 }, reason),
        };
    }

    public static Decision Correct(Ticket ticket, Standing by, Particulars to)
    {
        var from = new Particulars(ticket.Subject, ticket.Contact, ticket.Place);
        return ticket.IsOpen switch
        {
            false => new TicketIsAlreadyClosed(),
            _ when !by.IsAtWork => new TicketIsNotYours(),
            _ when from == to => new NothingWouldChange(),
            _ => new TicketCorrected(from, to),
        };
    }

    public static Classification Current(Ticket ticket) =>
        new(ticket.Type, ticket.CategoryId, ticket.Impact, ticket.Urgency, ticket.Priority, ticket.OutOfScope, ticket.MissingAnswers);

    // what is missing follows from the category, and records compare lists by reference
    private static bool Same(Classification before, Classification after) => before == after with { MissingAnswers = before.MissingAnswers };
}
