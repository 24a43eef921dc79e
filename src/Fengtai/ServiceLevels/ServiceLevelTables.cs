using System.Text.Json;
using System.Text.Json.Serialization;
using Fengtai.Catalog;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fengtai.ServiceLevels;

internal sealed class ServiceLevelTables : ITableMap
{
    public const string Schema = "service_levels";

    // stored documents outlive members: what a later version no longer knows is passed over
    private static readonly JsonSerializerOptions Stored = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public void Map(ModelBuilder model)
    {
        model.Entity<Policy>(p =>
        {
            p.ToTable("policies", Schema);
            p.HasOwnId();
            p.Property(x => x.Version).IsRowVersion();
            p.Ignore(x => x.Title);
            HasDocument(p.Property(x => x.Conditions));
            HasDocument(p.Property(x => x.Targets));
            HasDocument(p.Property(x => x.Pauses));
            HasDocument(p.Property(x => x.Steps));
        });
        model.Entity<Agreement>(a =>
        {
            a.ToTable("agreements", Schema);
            a.HasOwnId();
            a.Property(x => x.Version).IsRowVersion();
            a.Ignore(x => x.Title);
            a.Property(x => x.Kind).HasConversion<WordConverter<AgreementKind>>();
            HasDocument(a.Property(x => x.Categories));
            HasDocument(a.Property(x => x.Departments));
            HasDocument(a.Property(x => x.Sites));
            HasDocument(a.Property(x => x.Policies));
            HasDocument(a.Property(x => x.Targets));
            HasDocument(a.Property(x => x.Pauses));
            HasDocument(a.Property(x => x.Steps));
        });
        model.Entity<Recomputation>(r =>
        {
            r.ToTable("recomputations", Schema);
            r.HasOwnId();
        });
        model.Entity<Clock>(c =>
        {
            c.ToTable("clocks", Schema);
            c.HasOwnId();
            c.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
            c.Ignore(x => x.IsOver);
            c.Property(x => x.Kind).HasConversion<WordConverter<ClockKind>>();
            c.Property(x => x.State).HasConversion<WordConverter<ClockState>>();
            c.Property(x => x.Priority).HasConversion<WordConverter<Priority>>();
            HasDocument(c.Property(x => x.Turns));
            HasDocument(c.Property(x => x.Ledger));
            HasDocument(c.Property(x => x.Done));
        });
    }

    private static void HasDocument<T>(PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            v => Write(v),
            json => JsonSerializer.Deserialize<T>(json, Stored)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => v == null ? 0 : v.GetHashCode(), v => v)); // replaced, never changed

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);
}
