using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Bulk;

/// <summary>One act on many tickets: prepared, then started, then finished. Its undoing is a batch of its own.</summary>
internal sealed class Batch
{
    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public BulkAct Act { get; init; }

    /// <summary>What the act was given, as JSON.</summary>
    public string Input { get; init; } = "{}";

    /// <summary>The list that all of it, or what was picked, was taken from, as a query string; null where there was none.</summary>
    public string? List { get; init; }

    /// <summary>The batch that this one puts back.</summary>
    public Guid? UndoOfId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it is looked at and may still be given up.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>: two who start it at once are noticed.</summary>
    public uint Version { get; set; }
}

/// <summary>What became of one ticket of a batch.</summary>
internal sealed class BatchRow
{
    public Guid BatchId { get; init; }

    public Guid TicketId { get; init; }

    /// <summary>Its place in the list, from 1.</summary>
    public int Position { get; init; }

    public BatchRowState State { get; set; }

    public DateTimeOffset? At { get; set; }

    /// <summary>Code of the refusal.</summary>
    public string? Refusal { get; set; }

    public string[] RefusalArguments { get; set; } = [];

    /// <summary>How the ticket stood before and after, as JSON: what changed, and what undoing puts back.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>: two workers at one ticket are noticed.</summary>
    public uint Version { get; set; }
}

internal enum BatchRowState
{
    /// <summary>Not come to yet.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused by a rule; the refusal says which.</summary>
    Refused,
}

internal sealed class BatchTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Batch>(b =>
        {
            b.ToTable("batches", TicketTables.Schema);
            b.HasOwnId();
            b.Property(x => x.Act).HasConversion<WordConverter<BulkAct>>();
            b.Property(x => x.Input).HasColumnType("jsonb");
            b.Property(x => x.Version).IsRowVersion();
        });
        model.Entity<BatchRow>(r =>
        {
            r.ToTable("batch_rows", TicketTables.Schema);
            r.HasKey(x => new { x.BatchId, x.TicketId });
            r.Property(x => x.State).HasConversion<WordConverter<BatchRowState>>();
            r.Property(x => x.Before).HasColumnType("jsonb");
            r.Property(x => x.After).HasColumnType("jsonb");
            r.Property(x => x.Version).IsRowVersion();
            r.HasOne<Batch>().WithMany().HasForeignKey(x => x.BatchId);
            r.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
    }
}
