using Fengtai.Catalog.Admin;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Live;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Catalog;

/// <summary>What requests are about: the category tree with its forms, and the priority matrix.</summary>
public sealed class CatalogModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableMap, CatalogTables>();
        services.AddGrants(CatalogPermissions.Administer, Roles.Administrator);
        services.AddUniqueRule("categories_code", () => new CategoryCodeIsTaken());
        services.AddSingleton<IBeforeReady, PlantDefaultCatalogue>();

        services.AddKept<CategoryTree>(Category.SubjectKind).AddKept<PriorityMatrix>(PriorityMatrix.SubjectKind);
        services.AddScoped<Categories>();
        services.AddScoped<PriorityMatrixQuery>();
        services.AddScoped<AddCategory>();
        services.AddScoped<EditCategory>();
        services.AddScoped<MoveCategory>();
        services.AddScoped<OrderCategory>();
        services.AddScoped<ActivateCategory>();
        services.AddScoped<ChangeForm>();
        services.AddScoped<EditPriorityMatrix>();
        services.AddScoped<CatalogHistory>();
        services.AddScoped<CatalogPages>();
        services.AddScoped<AuditedKind, AuditedCategories>();
        services.AddScoped<AuditedKind, AuditedMatrix>();
        services.AddSingleton<ITopicRule, CategoryTopic>();

        services.AddNavigation(new(Area.Admin, "catalog.admin.title", "category", "/admin/catalog", CatalogPermissions.Administer, Order: 20));
        services.AddNavigation(new(Area.Admin, "catalog.matrix", "adjustments-horizontal", "/admin/priority-matrix", CatalogPermissions.Administer, Order: 21));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        CatalogApi.Map(routes);
        CategoryRoutes.Map(routes);
        FormRoutes.Map(routes);
        MatrixRoutes.Map(routes);
    }
}
