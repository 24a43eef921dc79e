using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Practices;
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
        services.AddScoped<CalendarBook>();
        services.AddScoped<AuditedKind, AuditedCalendars>();
        services.AddScoped<AuditedKind, AuditedHolidays>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => PreviewCalendar.Map(routes);
}
