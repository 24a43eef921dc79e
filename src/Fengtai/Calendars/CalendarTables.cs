using System.Text.Json;
using System.Text.Json.Serialization;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fengtai.Calendars;

internal sealed class CalendarTables : ITableMap
{
    private const string Schema = "calendars";

    // stored documents outlive members: what a later version no longer knows is passed over
    private static readonly JsonSerializerOptions Stored = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public void Map(ModelBuilder model)
    {
        model.Entity<StoredCalendar>(e =>
        {
            e.ToTable("calendars", Schema);
            e.HasOwnId();
            e.Property(c => c.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            HasDocument(e.Property(c => c.Definition));
            e.Ignore(c => c.Title);
        });
        model.Entity<HolidayList>(e =>
        {
            e.ToTable("holiday_lists", Schema);
            e.HasOwnId();
            e.Property(l => l.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            e.Ignore(l => l.Title);
        });
        model.Entity<HolidayYear>(e =>
        {
            e.ToTable("holiday_years", Schema);
            e.HasOwnId();
            e.Property(y => y.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            HasDocument(e.Property(y => y.Days));
        });
    }

    private static void HasDocument<T>(PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            v => Write(v),
            json => JsonSerializer.Deserialize<T>(json, Stored)!,
            new ValueComparer<T>((a, b) => Write(a) == Write(b), v => Write(v).GetHashCode(StringComparison.Ordinal)));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);
}
