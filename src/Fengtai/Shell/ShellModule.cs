using Fengtai.Platform.Access;
using Fengtai.Platform.Health;
using Fengtai.Platform.Http;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
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
        services.AddSingleton(new WarmPage("/health/ready"));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapPreferences();
        routes.MapShowroom();
        routes.MapStaticAssets().Open("scripts, styles and pictures carry no data");
    }
}
