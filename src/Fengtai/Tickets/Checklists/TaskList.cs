using Fengtai.Identity;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Checklists;

/// <summary>What is on the list of a ticket, in its order?</summary>
internal sealed class TaskList(FengtaiDb db, People people)
{
    /// <summary>Nothing is asked of a ticket without tasks, and that are most.</summary>
    public async Task<IReadOnlyList<TaskCard>> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        if (ticket.TaskCount == 0)
        {
            return [];
        }
        var tasks = await db.Set<TicketTask>().AsNoTracking().Where(t => t.TicketId == ticket.Id).OrderBy(t => t.Position).ThenBy(t => t.Id).ToListAsync(cancellation);
        var known = await people.ManyAsync(tasks.SelectMany(t => new[] { t.AssigneeId, t.DoneById }).OfType<Guid>(), cancellation);
        return [.. tasks.Select(t => new TaskCard(t.Id, t.Title, Of(t.AssigneeId), t.Due, t.IsRequired, t.DoneAt, Of(t.DoneById)))];

        PersonCard? Of(Guid? id) => id is { } person ? known.GetValueOrDefault(person) : null;
    }
}
