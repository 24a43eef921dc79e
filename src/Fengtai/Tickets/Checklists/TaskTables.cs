using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Checklists;

/// <summary>One thing to do for a ticket.</summary>
internal sealed class TicketTask
{
    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    /// <summary>Ascending on the ticket; gaps are nothing.</summary>
    public int Position { get; set; }

    public string Title { get; set; } = "";

    public Guid? AssigneeId { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>The ticket is not solved before it is done.</summary>
    public bool IsRequired { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public Guid? DoneById { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public Guid? CreatedById { get; init; }

    public bool IsDone => DoneAt is not null;

    public static TicketTask Of(AddedTask added, Guid ticket, int position, Actor by, DateTimeOffset at) => new()
    {
        Id = added.TaskId,
        TicketId = ticket,
        Position = position,
        Title = added.Task.Title,
        AssigneeId = added.Task.AssigneeId,
        Due = added.Task.Due,
        IsRequired = added.Task.Required,
        CreatedAt = at,
        CreatedById = by.PersonId,
    };

    public TaskFacts Facts => new(Title, AssigneeId, Due, IsRequired);
}

internal sealed class TaskTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<TicketTask>(t =>
    {
        t.ToTable("tasks", TicketTables.Schema);
        t.HasOwnId();
        t.Ignore(x => x.IsDone);
        t.Ignore(x => x.Facts);
        t.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
    });
}
