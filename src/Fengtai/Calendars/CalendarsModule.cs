using Fengtai.Platform.Practices;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Calendars;

/// <summary>When people work: working hours, seasons, holidays and the days that make up for them.</summary>
public sealed class CalendarsModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => PreviewCalendar.Map(routes);
}
