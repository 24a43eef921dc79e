using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Timesheets;

/// <summary>What somebody's work on a ticket took on one day.</summary>
internal sealed class TimeEntry
{
    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    public Guid PersonId { get; init; }

    public int Minutes { get; set; }

    public DateOnly Day { get; set; }

    public WorkKind Work { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public static TimeEntry Of(TimeSpent spent, Guid ticket, Actor by, DateTimeOffset at) => new()
    {
        Id = spent.EntryId,
        TicketId = ticket,
        PersonId = by.Id,
        Minutes = spent.Time.Minutes,
        Day = spent.Time.Day,
        Work = spent.Time.Work,
        Note = spent.Time.Note,
        CreatedAt = at,
    };

    public TimeFacts Facts => new(Minutes, Day, Work, Note);
}

internal sealed class TimeTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<TimeEntry>(t =>
    {
        t.ToTable("time_entries", TicketTables.Schema);
        t.HasOwnId();
        t.Property(x => x.Work).HasConversion<WordConverter<WorkKind>>();
        t.Ignore(x => x.Facts);
        t.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
    });
}
