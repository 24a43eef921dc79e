using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Practices;

/// <summary>What the shell sees of a practice: its services, its routes and its commands, nothing else.</summary>
public abstract class Practice
{
    /// <summary>Registers services, table maps, reactions, jobs, slots and permissions.</summary>
    public abstract void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps pages and API endpoints; each declares what it requires, or start-up fails.</summary>
    public virtual void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Commands of the program, beside <c>serve</c>. See <see cref="BesideServer"/>.</summary>
    public virtual IEnumerable<Command> Commands(BesideServer beside) => [];
}
