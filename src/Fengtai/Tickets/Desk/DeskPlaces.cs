using Fengtai.Identity;
using Fengtai.Platform.Events;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Desk.Board;
using Fengtai.Tickets.Desk.Bulk;
using Fengtai.Tickets.Desk.Macros;
using Fengtai.Tickets.Desk.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Desk;

/// <summary>What the desk's pages need, and where its menu leads.</summary>
internal static class DeskPlaces
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<Queue>();
        services.AddScoped<QueueCounts>();
        services.AddScoped<QueueAddresses>();
        services.AddScoped<QueueRail>();
        services.AddScoped<QueueRows>();
        services.AddScoped<FilterChips>();
        services.AddScoped<FilterForm>();
        services.AddScoped<ExportTickets>();
        services.AddSingleton(ExportLimit.Usual);
        services.AddSingleton(CountsAge.Usual);
        services.AddSingleton<CountsMemory>();
        services.AddSingleton<TotalMemory>();
        services.AddReaction<TicketEvent, ForgetCounts>();
        services.AddScoped<CallList>();
        services.AddScoped<NewTickets>();
        services.AddScoped<NewTicketFiles>();
        services.AddNavigation(new(Area.Desk, "desk.queue.title", "inbox", QueueAddress.Path, TicketPermissions.Staff, 10, "g q"));
        services.AddNavigation(new(Area.Desk, "desk.new.title", "plus", NewTicketRoutes.Path, TicketPermissions.Work, 20, "c"));
        services.AddNavigation(new(Area.Desk, "desk.calls.title", "phone-call", CallRoutes.Path, TicketPermissions.FollowUp, 30, "g c"));
        services.AddNavigation(new(Area.Desk, "desk.seen.title", "history", SeenRoutes.Path, TicketPermissions.Staff, 40, "g r"));
        services.AddNavigation(new(Area.Desk, "desk.template.place", "note", TemplateRoutes.All, TicketPermissions.Staff, 50, "g t"));
        services.AddScoped<TemplateFaces>();
        services.AddScoped<MacroFaces>();
        services.AddScoped<MacroPreviews>();
        services.AddPaletteSource<MacroPalette>();
        services.AddPaletteSource<ViewPalette>();
        services.AddPaletteSource<TicketPalette>();
        services.AddSingleton(new PersonPlace(person => $"{QueueAddress.Path}?view=all&requester={Uri.EscapeDataString(person.Login)}", TicketPermissions.Staff, Order: 10));
        BoardRoutes.AddServices(services);
        BulkRoutes.AddServices(services);
        services.AddSearch(new(Area.Desk, QueueAddress.Path, "desk.queue.search", TicketPermissions.Staff));
        services.AddSlot<ViewRail>("desk.side");
        services.AddSlot<QueueCount>($"place:{QueueAddress.Path}");
        services.AddSlot<CallsCount>($"place:{CallRoutes.Path}");
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        QueueRoutes.Map(routes);
        ViewRoutes.Map(routes);
        TemplateRoutes.Map(routes);
        MacroRoutes.Map(routes);
        ExportRoutes.Map(routes);
        PeopleRoutes.Map(routes);
        CallRoutes.Map(routes);
        NewTicketRoutes.Map(routes);
        TaskRoutes.Map(routes);
        PreviewRoutes.Map(routes);
        SeenRoutes.Map(routes);
        WatchRoutes.Map(routes);
        BoardRoutes.Map(routes);
        BulkRoutes.Map(routes);
    }
}
