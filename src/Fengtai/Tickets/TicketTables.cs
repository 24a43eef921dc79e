using Fengtai.Platform.Data;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

internal sealed class TicketTables : ITableMap
{
    public const string Schema = "tickets";

    public void Map(ModelBuilder model)
    {
        model.Entity<Ticket>(t =>
        {
            t.ToTable("tickets", Schema);
            t.HasOwnId();
            t.Property(x => x.Number).HasDefaultValueSql("nextval('tickets.number')");
            t.Property(x => x.Answers).HasColumnType("jsonb");
            t.Property(x => x.Version).IsRowVersion();
            t.Property(x => x.Type).HasConversion<WordConverter<TicketType>>();
            t.Property(x => x.Status).HasConversion<WordConverter<TicketStatus>>();
            t.Property(x => x.StatusBeforeWait).HasConversion<WordConverter<TicketStatus>>();
            t.Property(x => x.Impact).HasConversion<WordConverter<Catalog.Impact>>();
            t.Property(x => x.Urgency).HasConversion<WordConverter<Catalog.Urgency>>();
            t.Property(x => x.ClaimedImpact).HasConversion<WordConverter<Catalog.Impact>>();
            t.Property(x => x.ClaimedUrgency).HasConversion<WordConverter<Catalog.Urgency>>();
            t.Property(x => x.Priority).HasConversion<WordConverter<Catalog.Priority>>();
            t.Property(x => x.Channel).HasConversion<WordConverter<Channel>>();
            t.Property(x => x.WaitReason).HasConversion<WordConverter<WaitReason>>();
            t.Property(x => x.Outcome).HasConversion<WordConverter<ResolutionOutcome>>();
            t.Property(x => x.CloseCode).HasConversion<WordConverter<CloseCode>>();
            t.Property(x => x.NextAction).HasConversion<WordConverter<NextActionKind>>();
            t.Ignore(x => x.IsOpen);
            t.Ignore(x => x.IsInWork);
        });
        model.Entity<Note>(n =>
        {
            n.ToTable("notes", Schema);
            n.HasOwnId();
            n.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
        model.Entity<Attachment>(a =>
        {
            a.ToTable("attachments", Schema);
            a.HasOwnId("FileId");
            a.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
            a.HasOne<Note>().WithMany().HasForeignKey(x => x.NoteId);
        });
        model.Entity<SeenTicket>(s =>
        {
            s.ToTable("seen", Schema);
            s.HasKey(x => new { x.PersonId, x.TicketId });
            s.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
        model.Entity<SearchPart>(s =>
        {
            s.ToTable("search", Schema);
            s.HasKey(x => new { x.TicketId, x.PartId });
            s.Property(x => x.Words).HasColumnType("tsvector");
            s.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
        });
        model.Entity<SavedView>(v =>
        {
            v.ToTable("views", Schema);
            v.HasOwnId();
            v.Property(x => x.Version).IsRowVersion();
            v.Property(x => x.Audience).HasConversion<WordConverter<Audience>>();
            v.Property(x => x.Base).HasConversion<WordConverter<Desk.QueueView>>();
        });
        model.Entity<ViewPlace>(p =>
        {
            p.ToTable("view_places", Schema);
            p.HasKey(x => new { x.PersonId, x.View });
        });
    }
}
