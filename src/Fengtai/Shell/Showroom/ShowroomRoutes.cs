using Fengtai.Platform.Access;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Fengtai.Shell.Showroom;

/// <summary>All parts of the design system in all states, for who builds pages. Only in development and on a demonstration.</summary>
internal static class ShowroomRoutes
{
    private const string WhyOpen = "shows samples alone, in development and demonstrations";

    public static void MapShowroom(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (!services.GetRequiredService<HostSettings>().Demo && !services.GetRequiredService<IWebHostEnvironment>().IsDevelopment())
        {
            return;
        }
        routes.MapGet("/ui", () => PageAnswers.Page<UiPage>()).Open(WhyOpen);
        routes.MapGet("/ui/portal", () => PageAnswers.Page<UiPortalPage>()).Open(WhyOpen);
        routes.MapGet("/ui/print", () => PageAnswers.Page<UiPrintPage>()).Open(WhyOpen);
        routes.MapGet("/ui/drawer", () => PageAnswers.Page<UiDrawer>()).Open(WhyOpen);
        routes.MapGet("/ui/people", (string? q) => PageAnswers.Page<UiPeople>(new { Words = q ?? "" })).Open(WhyOpen);
        routes.MapGet("/ui/error/{status:int:range(400,599)}", (int status) => Results.StatusCode(status)).Open(WhyOpen);
        routes.MapPost("/ui/flash", ([FromForm] string? subject, HttpContext http) =>
        {
            http.Say(new Flash("showroom.flash", ["100042"], Undo: "/ui/flash"));
            return PageAnswers.CloseDrawer(http, "/ui");
        }).Open(WhyOpen);
    }
}
