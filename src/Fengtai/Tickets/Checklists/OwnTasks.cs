using System.Globalization;
using Fengtai.Identity;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Watching;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Checklists;

/// <summary>What the acts on tasks look up: a task of their ticket, its whole list, who is to do one, and the day it is due.</summary>
internal sealed class OwnTasks(People people, TicketReaders readers)
{
    public static async Task<Result<TicketTask>> FindAsync(Guid? id, ActContext context)
    {
        if (id is not { } wanted)
        {
            return new Missing("task");
        }
        return await context.Work.Db.Set<TicketTask>().SingleOrDefaultAsync(t => t.Id == wanted && t.TicketId == context.Ticket.Id, context.Cancellation) is { } task
            ? task
            : new UnknownValue("task", wanted.ToString());
    }

    public static Task<List<TicketTask>> AllAsync(ActContext context) =>
        context.Work.Db.Set<TicketTask>().Where(t => t.TicketId == context.Ticket.Id).OrderBy(t => t.Position).ToListAsync(context.Cancellation);

    /// <summary>A login; null where none is named.</summary>
    public async Task<Result<PersonCard?>> AssigneeAsync(string? login, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(login))
        {
            return (PersonCard?)null;
        }
        return await people.ByLoginAsync(login.Trim(), cancellation) is { } person ? person : new UnknownValue("assignee", login);
    }

    /// <summary>The name of whoever of these cannot read the ticket; null where all can.</summary>
    public async Task<string?> WhoMayNotReadAsync(IReadOnlyCollection<PersonCard> assignees, ActContext context)
    {
        var among = await readers.AmongAsync(context.Ticket, [.. assignees.Select(a => a.Id)], context.Cancellation);
        return assignees.FirstOrDefault(a => !among.Contains(a.Id))?.Name;
    }

    /// <summary>As forms and JSON write a day; empty is none.</summary>
    public static Result<DateOnly?> Due(string? day) => string.IsNullOrWhiteSpace(day) ? (DateOnly?)null
        : DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due
        : new UnknownValue("due", day);
}
