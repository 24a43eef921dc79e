using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Practices;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Identity;

/// <summary>People, teams, and who they are when they knock.</summary>
public sealed class IdentityModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableMap, IdentityTables>();
        services.AddScoped<People>();
        services.AddScoped<Teams>();
        services.AddScoped<Capabilities>();
        services.AddGrants(IdentityPermissions.Administer, Roles.Administrator);
        services.AddGrants(
            IdentityPermissions.FindPeople,
            Roles.Agent,
            Roles.Lead,
            Roles.Engineer,
            Roles.Manager,
            Roles.ServiceLevelManager,
            Roles.Quality,
            Roles.Administrator,
            Roles.Auditor);
    }
}
