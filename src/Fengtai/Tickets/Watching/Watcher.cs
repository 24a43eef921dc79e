using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Watching;

/// <summary>Somebody of the staff who wants to hear of a ticket. Gives no right: who may no longer read it hears nothing.</summary>
internal sealed class Watcher
{
    public Guid TicketId { get; init; }

    public Guid PersonId { get; init; }

    public DateTimeOffset Since { get; init; }

    public Guid? AddedById { get; init; }
}

/// <summary>Somebody named in a note.</summary>
internal sealed class Mention
{
    public Guid NoteId { get; init; }

    /// <summary>As it stands in the text, without the sign.</summary>
    public string Said { get; init; } = "";

    public Guid PersonId { get; init; }

    public Guid TicketId { get; init; }
}

internal sealed class WatchingTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Watcher>(w =>
        {
            w.ToTable("watchers", TicketTables.Schema);
            w.HasKey(x => new { x.TicketId, x.PersonId });
            w.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
        model.Entity<Mention>(m =>
        {
            m.ToTable("mentions", TicketTables.Schema);
            m.HasKey(x => new { x.NoteId, x.Said });
            m.HasOne<Note>().WithMany().HasForeignKey(x => x.NoteId);
            m.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
    }
}
