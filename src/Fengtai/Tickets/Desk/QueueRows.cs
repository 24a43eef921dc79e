using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Texts;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>Tickets with the names of what they refer to.</summary>
internal sealed class QueueRows(People people, Teams teams, Categories categories, TimeProvider time)
{
    private IReadOnlyDictionary<Guid, string>? _teams;

    public async Task<IReadOnlyList<QueueRow>> OfAsync(IReadOnlyList<Ticket> tickets, CancellationToken cancellation)
    {
        var known = await people.ManyAsync(tickets.SelectMany(t => new[] { t.RequesterId, t.AssigneeId, t.OwnerId }.OfType<Guid>()), cancellation);
        _teams ??= (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => new Wording(t.Name, t.NameEn).ToString());
        var tree = await categories.TreeAsync(cancellation);
        var now = time.GetUtcNow();
        return
        [
            .. tickets.Select(t => new QueueRow(t)
            {
                Requester = known.GetValueOrDefault(t.RequesterId),
                Assignee = t.AssigneeId is { } engineer ? known.GetValueOrDefault(engineer)?.Name : null,
                Owner = t.OwnerId is { } owner ? known.GetValueOrDefault(owner)?.Name : null,
                Team = t.TeamId is { } team ? _teams.GetValueOrDefault(team) : null,
                Category = tree.Find(t.CategoryId) is { } category ? tree.PathNameOf(category) : null,
                IsSoon = NextActions.IsSoon(t, now),
            }),
        ];
    }
}

/// <summary>One ticket with the names of what it refers to.</summary>
public sealed record QueueRow(Ticket Ticket)
{
    public PersonCard? Requester { get; init; }

    public string? Assignee { get; init; }

    public string? Owner { get; init; }

    public string? Team { get; init; }

    public string? Category { get; init; }

    /// <summary>Less than a quarter of the time for the next action is left.</summary>
    public bool IsSoon { get; init; }
}
