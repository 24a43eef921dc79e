using Fengtai.Identity;

namespace Fengtai.Tickets;

/// <summary>Who leads those who have a ticket: the leads of its team; where it has none, those of the first line.</summary>
public sealed class TicketLeads(Teams teams, Capabilities capabilities)
{
    public async Task<IReadOnlyList<Guid>> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        if (ticket.TeamId is { } team && await OfTeamAsync(team, cancellation) is { Count: > 0 } leads)
        {
            return leads;
        }
        var desk = new List<Guid>();
        foreach (var first in (await teams.AllAsync(cancellation)).Where(t => t.Line == TeamLine.First))
        {
            desk.AddRange(await OfTeamAsync(first.Id, cancellation));
        }
        return desk;
    }

    /// <summary>They and those who manage.</summary>
    public async Task<IReadOnlyList<Guid>> AboveAsync(Ticket ticket, CancellationToken cancellation) =>
        [.. (await OfAsync(ticket, cancellation)).Union(await ManagersAsync(cancellation))];

    public async Task<IReadOnlyList<Guid>> ManagersAsync(CancellationToken cancellation) =>
        [.. (await capabilities.WhoMayAsync(TicketPermissions.Oversee, cancellation)).Select(m => m.Id)];

    private async Task<IReadOnlyList<Guid>> OfTeamAsync(Guid team, CancellationToken cancellation) =>
        [.. (await teams.MembersAsync(team, cancellation)).Where(m => m.IsLead).Select(m => m.Person.Id)];
}
