using Fengtai.Identity;

namespace Fengtai.Tickets.Watching;

/// <summary>Who of the staff reads a ticket with its internal notes? What <see cref="Rules.Standing.SeesInternals"/> says of an actor, asked of everybody else.</summary>
internal sealed class TicketReaders(Capabilities capabilities, People people, Teams teams)
{
    public Task<IReadOnlyList<PersonCard>> OfAsync(Ticket ticket, CancellationToken cancellation) => OfAsync(new Assignment(ticket.TeamId, ticket.AssigneeId), cancellation);

    public async Task<IReadOnlyList<PersonCard>> OfAsync(Assignment assignment, CancellationToken cancellation)
    {
        var all = await capabilities.WhoMayAsync(TicketPermissions.ReadAll, cancellation);
        var here = assignment.TeamId is { } team ? (await teams.MembersAsync(team, cancellation)).Select(m => m.Person.Id).ToHashSet() : [];
        if (assignment.AssigneeId is { } assignee)
        {
            here.Add(assignee);
        }
        return here.Count == 0 ? all : [.. all.UnionBy((await capabilities.WhoMayAsync(TicketPermissions.Work, cancellation)).Where(p => here.Contains(p.Id)), p => p.Id)];
    }

    /// <summary>By any part of name, pinyin or login; without words those come first whom the ticket concerns.</summary>
    public async Task<IReadOnlyList<PersonCard>> SearchAsync(Ticket ticket, string words, int most, CancellationToken cancellation)
    {
        var all = await OfAsync(ticket, cancellation);
        return words.Trim().Length > 0
            ? await people.SearchAsync(words, most, [.. all.Select(p => p.Id)], cancellation)
            : [.. all.OrderByDescending(p => p.Id == ticket.AssigneeId || p.Id == ticket.OwnerId).Take(most)];
    }

    public async Task<IReadOnlyCollection<Guid>> AmongAsync(Ticket ticket, IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        people.Count == 0 ? [] : [.. (await OfAsync(ticket, cancellation)).Select(p => p.Id).Intersect(people)];
}
