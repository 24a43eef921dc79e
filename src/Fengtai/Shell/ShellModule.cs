using Fengtai.Platform.Access;
using Fengtai.Platform.Health;
using Fengtai.Platform.Http;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Fengtai.Shell.Administration;
using Fengtai.Shell.Showroom;

namespace Fengtai.Shell;

/// <summary>What belongs to the application as a whole and to no practice.</summary>
internal sealed class ShellModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddUi();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "fengtai.form";
            // the content security policy forbids all framing
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddExceptionHandler<DatabaseOutage>();
        services.AddExceptionHandler<BrokenRequest>();
        services.AddSingleton<Measurements>();
        services.AddSingleton<PrometheusText>();
        services.AddSingleton<WarmUp>();
        services.AddSingleton(new WarmPage("/health/ready"));
        services.AddApiDescription();
        services.AddNavigation(new(Area.Admin, "shell.jobs.title", "activity", Jobs.Path, PlatformPermissions.Operate, Order: 80));
        services.AddNavigation(new(Area.Admin, "shell.settings.title", "settings", Settings.Path, PlatformPermissions.Operate, Order: 90));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapPreferences();
        routes.MapStart();
        routes.MapShowroom();
        routes.MapApiDescription();
        routes.MapJobs();
        routes.MapSettings();
        routes.MapPalette();
        routes.MapStaticAssets().Open("scripts, styles and pictures carry no data");
    }
}
