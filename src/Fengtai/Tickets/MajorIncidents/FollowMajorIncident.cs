using Fengtai.Platform.Events;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>What follows for others when something happens to a major incident: its solution goes to the children, open pages are shown anew.</summary>
internal sealed class FollowMajorIncident(Spreads spreads) : IReaction<TicketEvent>
{
    public async Task ReactAsync(Occurrence<TicketEvent> occurrence, Work work, CancellationToken cancellation)
    {
        if (!MayMatter(occurrence.Event) || await work.Db.FindAsync<Ticket>([occurrence.Subject.Id], cancellation) is not { } ticket)
        {
            return;
        }
        if (ticket.IsMajor && occurrence.Event is TicketResolved solved)
        {
            spreads.Send(ticket, SpreadKind.Resolve, solved.Solution, await spreads.OpenChildrenAsync(ticket.Id, cancellation), occurrence.Actor);
        }
        if (ticket.IsMajor || occurrence.Event is MajorIncidentWithdrawn)
        {
            work.Record(new Subject(MajorIncidentsChanged.SubjectKind, ticket.Id), new MajorIncidentsChanged(), occurrence.Actor);
        }
    }

    private static bool MayMatter(TicketEvent happened) =>
        happened is MajorIncidentDeclared or MajorIncidentWithdrawn or MajorIncidentUpdated or TicketClassified
            or TicketResolved or TicketClosed or TicketCancelled or TicketReopened or SolutionRejected;
}
