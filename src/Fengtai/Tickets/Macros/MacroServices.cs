using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Macros;

/// <summary>Several acts in one.</summary>
internal static class MacroServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ITableMap, MacroTables>();
        services.AddScoped<MacroReferences>();
        services.AddScoped<MacroInputs>();
        services.AddScoped<SaveMacro>();
        services.AddScoped<ChangeMacro>();
        services.AddScoped<DeleteMacro>();
        services.AddScoped<OwnKept<Macro>>();
        services.AddScoped<PlayMacro>();
        services.AddScoped<RunMacro>();
        services.AddScoped<MacroInBulk>();
        services.AddScoped<BringMacros>();
        services.AddUniqueRule("macros_of", () => new MacroNameIsTaken());
        services.AddSingleton<AuditedKind>(AuditedViews.Macros);
    }
}
