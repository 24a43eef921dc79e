using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Something that is done to one ticket: its name in routes, the right it needs, and the rule that decides.</summary>
internal interface ITicketAct
{
    static abstract string Name { get; }

    static abstract Permission Permission { get; }

    /// <summary>Offered on the requester's pages too.</summary>
    static virtual bool IsInPortal => false;
}

/// <typeparam name="TInput">What the API and the forms give.</typeparam>
internal interface ITicketAct<in TInput> : ITicketAct where TInput : class
{
    Task<Decision> DecideAsync(TInput input, ActContext context);
}

/// <summary>What an act may look at. It decides; <see cref="TicketActs"/> applies and saves.</summary>
internal sealed record ActContext(Ticket Ticket, Standing By, Work Work, CancellationToken Cancellation)
{
    public DateTimeOffset Now => Work.Now;
}
