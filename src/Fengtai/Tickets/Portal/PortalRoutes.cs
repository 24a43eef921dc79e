using Fengtai.Platform.Access;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Portal;

/// <summary>The users' half: their pages, and its places in the menu.</summary>
internal static class PortalRoutes
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<OwnRequests>();
        services.AddScoped<RequestDetails>();
        services.AddScoped<ReportReading>();
        services.AddScoped<ReportPages>();
        services.AddNavigation(new(Area.Portal, TextKey: "portal.home", Icon: "home", Href: "/", TicketPermissions.File, Order: 0));
        services.AddNavigation(new(Area.Portal, TextKey: "portal.new", Icon: "plus", Href: "/requests/new", TicketPermissions.File, Order: 10));
        services.AddNavigation(new(Area.Portal, TextKey: "portal.requests", Icon: "clipboard-list", Href: "/requests", TicketPermissions.File, Order: 20));
        services.AddSingleton(new WarmPage("/"));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var portal = routes.MapGroup("").Requires(TicketPermissions.File).ExcludeFromDescription();
        HomePages.Map(portal);
        ReportPages.Map(portal);
        RequestPages.Map(portal);
    }
}
