using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Writing;

internal static class WritingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<PicturesInTexts>();
        services.AddScoped<ReadNotes>();
        services.AddScoped<TicketReferences>();
        services.AddScoped<RenderText>();
    }
}
