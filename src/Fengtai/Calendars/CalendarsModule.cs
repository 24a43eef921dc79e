using Fengtai.Calendars.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Live;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Calendars;

/// <summary>When people work: working hours, seasons, holidays and the days that make up for them.</summary>
public sealed class CalendarsModule : Practice
{
    // the names of Identity's roles, which stands no lower; a test holds them against those that there are
    private static readonly string[] Administrators = ["admin", "slm"];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableMap, CalendarTables>();
        services.AddGrants(CalendarPermissions.Administer, Administrators);
        services.AddSingleton<IBeforeReady, PlantCalendars>();
        services.AddKept<KeptCalendars>(CalendarEvent.SubjectKind, HolidayListEvent.SubjectKind);
        services.AddUniqueRule("calendars_name", () => new CalendarNameIsTaken());
        services.AddUniqueRule("holiday_lists_name", () => new HolidayListNameIsTaken());
        services.AddScoped<CalendarBook>();
        services.AddScoped<CalendarImpacts>();
        services.AddScoped<HolidayLists>();
        services.AddScoped<AddCalendar>();
        services.AddScoped<EditCalendar>();
        services.AddScoped<PaintDays>();
        services.AddScoped<ActivateCalendar>();
        services.AddScoped<AddHolidayList>();
        services.AddScoped<ImportHolidays>();
        services.AddScoped<CalendarHistory>();
        services.AddScoped<CalendarPages>();
        services.AddScoped<HolidayPages>();
        services.AddRecurring<RemindOfHolidays>(RemindOfHolidays.Name, TimeSpan.FromHours(6));
        services.AddScoped<AuditedKind, AuditedCalendars>();
        services.AddScoped<AuditedKind, AuditedHolidays>();
        services.AddSingleton<ITopicRule, CalendarTopic>();
        services.AddNavigation(new(Area.Admin, "calendars.title", "calendar-time", CalendarRoutes.Home, CalendarPermissions.Administer, Order: 25));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        PreviewCalendar.Map(routes);
        CalendarRoutes.Map(routes);
        HolidayRoutes.Map(routes);
    }
}
