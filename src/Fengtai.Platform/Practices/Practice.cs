using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Practices;

/// <summary>What the shell sees of a practice: its services and its routes, nothing else.</summary>
public abstract class Practice
{
    /// <summary>Registers services, table maps, reactions, jobs, slots and permissions.</summary>
    public abstract void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps pages and API endpoints; each declares what it requires, or start-up fails.</summary>
    public virtual void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
