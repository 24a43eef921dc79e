using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Relations;

/// <summary>A merge that can be undone.</summary>
internal sealed class Merge
{
    public Guid TicketId { get; init; }

    public Guid SurvivorId { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? ById { get; init; }

    /// <summary>A <see cref="BeforeMerge"/> as JSON.</summary>
    public string Before { get; init; } = "";

    /// <summary>Since when the merged ticket's user waited.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Since when the survivor's user waited before.</summary>
    public DateTimeOffset? UnansweredBefore { get; init; }
}

/// <summary>Somebody who follows a ticket because theirs was merged into it.</summary>
internal sealed class Participant
{
    public Guid TicketId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>The ticket that was merged.</summary>
    public Guid ThroughId { get; init; }
}

/// <summary>One ticket's link to another, kept once in the direction in which it was named.</summary>
internal sealed class TicketLink
{
    public Guid FromId { get; init; }

    public Guid ToId { get; init; }

    public LinkKind Kind { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? ById { get; init; }
}

internal sealed class RelationTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Merge>(m =>
        {
            m.ToTable("merges", TicketTables.Schema);
            m.HasKey(x => x.TicketId);
            m.Property(x => x.TicketId).ValueGeneratedNever();
            m.Property(x => x.Before).HasColumnType("jsonb");
            m.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
            m.HasOne<Ticket>().WithMany().HasForeignKey(x => x.SurvivorId);
        });
        model.Entity<Participant>(p =>
        {
            p.ToTable("participants", TicketTables.Schema);
            p.HasKey(x => new { x.TicketId, x.PersonId, x.ThroughId });
            p.HasOne<Ticket>().WithMany().HasForeignKey(x => x.ThroughId);
        });
        model.Entity<Ticket>().HasMany(t => t.Participants).WithOne().HasForeignKey(p => p.TicketId);
        model.Entity<TicketLink>(l =>
        {
            l.ToTable("links", TicketTables.Schema);
            l.HasKey(x => new { x.FromId, x.ToId });
            l.Property(x => x.Kind).HasConversion<WordConverter<LinkKind>>();
            l.HasOne<Ticket>().WithMany().HasForeignKey(x => x.FromId);
            l.HasOne<Ticket>().WithMany().HasForeignKey(x => x.ToId);
        });
    }
}
