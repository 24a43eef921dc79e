using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>What reaches one child. Whatever becomes of it, the child is done with: asked again, nothing more happens.</summary>
internal sealed class SpreadToChild(TicketActs acts, OtherTickets others, MajorIncidentQuery majors, FengtaiDb db)
{
    public Task RunAsync(Guid spread, long child, CancellationToken cancellation) =>
        acts.ActAsync(child, version: null, Actor.System, context => DecideAsync(spread, context), cancellation);

    private async Task<Decision> DecideAsync(Guid id, ActContext context)
    {
        var reached = await db.FindAsync<SpreadChild>([id, context.Ticket.Id], context.Cancellation);
        if (reached is not { State: SpreadState.Waiting })
        {
            return new NothingWouldChange();
        }
        var spread = (await db.FindAsync<Spread>([id], context.Cancellation))!;
        var parent = (await db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Id == spread.TicketId, context.Cancellation));
        var decision = await DecideAsync(spread, parent, context);
        (reached.State, reached.Refusal) = decision.IsRefused ? (SpreadState.Refused, decision.Refusals[0].Code) : (SpreadState.Done, null);
        // it is the word of whoever sent it, not of the job that carries it
        acts.Happen(context.Ticket, decision.Events, spread.ById is { } author ? new() { Id = author } : Actor.System);
        return Decision.Happen();
    }

    private async Task<Decision> DecideAsync(Spread spread, Ticket parent, ActContext context) => spread.Kind switch
    {
        SpreadKind.Attach => await AttachAsync(parent, context),
        _ when context.Ticket.ParentId != parent.Id => new TicketsAreNotLinked(),
        SpreadKind.Update => MajorIncidentRules.Tell(context.Ticket, NewNotes.Answer(spread.Text!), context.Now),
        SpreadKind.Resolve => MajorIncidentRules.Resolve(context.Ticket, parent, spread.ById ?? parent.OwnerId!.Value, context.Now),
    };

    private async Task<Decision> AttachAsync(Ticket parent, ActContext context)
    {
        var family = await others.FamilyAsync(context.Ticket.Id, parent.Id, context.Cancellation);
        return Linking.NoChild(context.Ticket, parent, family) is { } no ? no : Decision.Happen(
            new TicketLinked(parent.Id, parent.Number, LinkKind.Parent),
            await majors.OfAsync(parent.Id, context.Cancellation) is { } major ? new MajorIncidentJoined(major.Title) : null);
    }
}
