using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Watching;

internal static class WatchingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ITableMap, WatchingTables>();
        services.AddScoped<TicketReaders>();
        services.AddScoped<Watchers>();
        services.AddScoped<WatchTicket>();
        services.AddScoped<UnwatchTicket>();
        services.AddUniqueRule("watchers_pk", () => new WatchesAlready());
    }
}
