using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Practices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Catalog;

/// <summary>What requests are about: the category tree with its forms, and the priority matrix.</summary>
public sealed class CatalogModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableMap, CatalogTables>();
        services.AddSingleton(new Grant(Roles.Administrator, CatalogPermissions.Administer));
        services.AddScoped<Categories>();
        services.AddScoped<PriorityMatrixQuery>();
    }
}
