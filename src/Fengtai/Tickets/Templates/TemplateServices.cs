using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Templates;

/// <summary>Texts that are written often.</summary>
internal static class TemplateServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ITableMap, TemplateTables>();
        services.AddScoped<TeamLeads>();
        services.AddScoped<TemplateInputs>();
        services.AddScoped<SaveTemplate>();
        services.AddScoped<ChangeTemplate>();
        services.AddScoped<DeleteTemplate>();
        services.AddScoped<OwnKept<Template>>();
        services.AddScoped<TemplateValues>();
        services.AddScoped<LastUsed>();
        services.AddScoped<BringTemplates>();
        services.AddRecurring<SweepTemplates>(SweepTemplates.Name, SweepTemplates.Every);
        services.AddUniqueRule("templates_of", () => new TemplateNameIsTaken());
        services.AddSingleton<AuditedKind>(AuditedViews.Templates);
    }
}
