using Fengtai.Tickets.MajorIncidents;
using Fengtai.Tickets.Relations;

namespace Fengtai.Tickets.Desk;

/// <summary>What has a ticket to do with major incidents?</summary>
internal sealed class MajorIncidentDossiers(MajorIncidentQuery majors, LinkedTickets links, SimilarTickets similar, Spreads spreads)
{
    public async Task<TicketDossier> CompleteAsync(TicketDossier dossier, CancellationToken cancellation)
    {
        var ticket = dossier.Ticket;
        return dossier with
        {
            Major = ticket.IsMajor ? await majors.OfAsync(ticket.Id, cancellation) : null,
            PartOf = ticket.ParentId is { } parent ? await majors.OfAsync(parent, cancellation) : null,
            // whoever could declare one can put it under one
            MayBelongTo = dossier.May(TicketStep.DeclareMajor) ? await similar.MajorsAsync(SimilarTo.Ticket(ticket), cancellation) : [],
            Children = dossier.Linked.Any(l => l.Link == LinkKind.Child) ? await links.CountChildrenAsync(ticket.Id, cancellation) : dossier.Children,
            Spreads = ticket.IsMajor ? await spreads.ProgressAsync(ticket.Id, cancellation) : [],
        };
    }
}
