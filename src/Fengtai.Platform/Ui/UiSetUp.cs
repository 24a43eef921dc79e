using Fengtai.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Ui;

public static class UiSetUp
{
    /// <summary>The design system: page context, times, icons, navigation, slots.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<PageContext>();
        services.AddScoped<Times>();
        services.AddScoped<Navigation>();
        services.AddScoped<Palette>();
        services.AddSingleton<AssetUrls>();
        return services;
    }

    /// <summary>First of all, so that no answer goes without.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeaders>();

    /// <summary>Before authentication, which may fail: the page that says so is in the person's language.</summary>
    public static IApplicationBuilder UsePageLanguage(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        PageContextMiddleware.SetOut(http, http.RequestServices.GetRequiredService<PageContext>());
        return next(http);
    });

    /// <summary>After authentication, before anything that writes a page.</summary>
    public static IApplicationBuilder UsePageContext(this IApplicationBuilder app) => app.UseMiddleware<PageContextMiddleware>();
}
