using System.Reflection;
using Fengtai.Audit;
using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Demo;
using Fengtai.Identity;
using Fengtai.Notifications;
using Fengtai.Platform;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Health;
using Fengtai.Platform.Http;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels;
using Fengtai.Tickets;
using Fengtai.Platform.Ui;

namespace Fengtai.Shell;

/// <summary>The composition root: which practices there are, and the order in which a request passes.</summary>
public static class Composition
{
    /// <summary>From low to high; a practice may use those before it.</summary>
    private static readonly IReadOnlyList<Practice> Practices =
    [
        new PlatformModule(),
        new IdentityModule(),
        new AuditModule(),
        new CalendarsModule(),
        new NotificationsModule(),
        new CatalogModule(),
        new TicketsModule(),
        new ServiceLevelsModule(),
        new DemoModule(),
        new ShellModule(),
    ];

    /// <summary>Where texts and migrations are embedded.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [typeof(PlatformModule).Assembly, typeof(Composition).Assembly];

    public static IEnumerable<System.CommandLine.Command> Commands(BesideServer beside) => Practices.SelectMany(p => p.Commands(beside));

    /// <summary>The application on a migrated database, not yet listening.</summary>
    /// <param name="adjust">Replaces what lies outside: the clock in tests.</param>
    /// <param name="more">Practices beyond our own.</param>
    public static WebApplication Build(HostSettings settings, IConfiguration configuration, Action<WebApplicationBuilder>? adjust = null, params Practice[] more)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        // of an unpublished build it would add a fallback route that serves any file and declares no rule
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ToStandardError();

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => Connections.Open(settings.Database));
        builder.Services.AddTexts([.. Assemblies]);
        IReadOnlyList<Practice> practices = [.. Practices, .. more];
        foreach (var practice in practices)
        {
            practice.AddServices(builder.Services, builder.Configuration);
        }
        adjust?.Invoke(builder);

        var app = builder.Build();
        Pass(app);
        foreach (var practice in practices)
        {
            practice.MapRoutes(app);
        }
        return app;
    }

    private static void Pass(WebApplication app)
    {
        app.Use(RefuseUndeclaredRoutes(app));
        app.UseProxies(app.Configuration);
        app.UseSecurityHeaders();
        app.UsePageLanguage();
        app.UseMiddleware<RequestLog>();
        app.UseStatusCodePages(ErrorAnswers.WriteAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        app.UseApiViewer();
        app.Use(AnswerHeadAsGet);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<WarmUp>().PassAsync);
        app.UsePageContext();
        app.UseApiRate();
        app.UseMiddleware<AccessMiddleware>();
        app.UseAntiforgery();
    }

    /// <summary>What can be got can be asked for without its body; the server itself knows that it was HEAD and sends none.</summary>
    private static Task AnswerHeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
        }
        return next(http);
    }

    /// <summary>
    /// Looked at where the passage is put together, before anybody is let in: there the endpoints are made once for all who ask. Each
    /// source by itself makes them anew, a second of compiling.
    /// </summary>
    private static Func<RequestDelegate, RequestDelegate> RefuseUndeclaredRoutes(WebApplication app) => next =>
        AccessRules.Undeclared(app.Services.GetRequiredService<EndpointDataSource>()) is { Count: > 0 } undeclared
            ? throw new InvalidOperationException($"These routes do not say who may use them (Requires, SignedIn, Open): {string.Join(", ", undeclared)}")
            : next;
}
