using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>What everybody may read of a major incident.</summary>
internal sealed class MajorIncident
{
    public Guid TicketId { get; init; }

    public string Title { get; set; } = "";

    public DateTimeOffset DeclaredAt { get; set; }

    public Guid? DeclaredById { get; set; }

    /// <summary>For staff.</summary>
    public string Reason { get; set; } = "";

    public string? LatestUpdate { get; set; }

    public DateTimeOffset? LatestUpdateAt { get; set; }
}

/// <summary>Something on its way from a ticket to many children.</summary>
internal sealed class Spread
{
    public Guid Id { get; init; }

    /// <summary>Ascending in the order in which they were sent from one ticket.</summary>
    public long Position { get; init; }

    public Guid TicketId { get; init; }

    public SpreadKind Kind { get; init; }

    /// <summary>The news or the solution.</summary>
    public string? Text { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? ById { get; init; }
}

/// <summary>Whether it has reached one of them.</summary>
internal sealed class SpreadChild
{
    public Guid SpreadId { get; init; }

    public Guid TicketId { get; init; }

    public SpreadState State { get; set; }

    /// <summary>Code of the refusal.</summary>
    public string? Refusal { get; set; }

    /// <summary>Whether the parent's history says so.</summary>
    public bool IsTold { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>: two workers at one child are noticed.</summary>
    public uint Version { get; set; }
}

internal enum SpreadState
{
    /// <summary>Not reached yet.</summary>
    Waiting,

    /// <summary>Reached.</summary>
    Done,

    /// <summary>Could not be reached; the refusal says why.</summary>
    Refused,
}

internal sealed class MajorIncidentTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<MajorIncident>(m =>
        {
            m.ToTable("major_incidents", TicketTables.Schema);
            m.HasOwnId(nameof(MajorIncident.TicketId));
            m.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
        model.Entity<Spread>(s =>
        {
            s.ToTable("spreads", TicketTables.Schema);
            s.HasOwnId();
            s.Property(x => x.Position).UseIdentityAlwaysColumn();
            s.Property(x => x.Kind).HasConversion<WordConverter<SpreadKind>>();
            s.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
        model.Entity<SpreadChild>(c =>
        {
            c.ToTable("spread_children", TicketTables.Schema);
            c.HasKey(x => new { x.SpreadId, x.TicketId });
            c.Property(x => x.State).HasConversion<WordConverter<SpreadState>>();
            c.Property(x => x.Version).IsRowVersion();
            c.HasOne<Spread>().WithMany().HasForeignKey(x => x.SpreadId);
            c.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
    }
}
