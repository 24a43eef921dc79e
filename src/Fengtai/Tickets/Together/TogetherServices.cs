using Fengtai.Platform.Jobs;
using Fengtai.Platform.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Together;

/// <summary>Several people on one ticket.</summary>
internal static class TogetherServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<TicketPresence>();
        services.AddSingleton<ITopicPresence>(provider => provider.GetRequiredService<TicketPresence>());
        services.AddHostedService<TellPresence>();
        services.AddScoped<KeepDraft>();
        services.AddScoped<OwnDrafts>();
        services.AddRecurring<SweepTogether>(SweepTogether.Name, SweepTogether.Every);
    }
}
