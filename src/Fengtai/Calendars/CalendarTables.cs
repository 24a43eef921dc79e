using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

internal sealed class CalendarTables : ITableMap
{
    private const string Schema = "calendars";

    public void Map(ModelBuilder model)
    {
        model.Entity<StoredCalendar>(e =>
        {
            e.ToTable("calendars", Schema);
            e.HasOwnId();
            e.Property(c => c.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            e.Property(c => c.Definition).HasDocument();
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
            e.Property(y => y.Days).HasDocument();
        });
    }
}
