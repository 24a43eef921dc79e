using Fengtai.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Platform.Ui;

public static class PaletteRoutes
{
    internal const string Path = "/palette";

    /// <summary>What the palette asks while somebody types. Each source answers only whom it may.</summary>
    public static void MapPalette(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, async (string? q, HttpContext http, Palette palette) =>
            PageAnswers.Page<PaletteAnswer>(new { Found = await palette.FindAsync(q ?? "", http.Actor(), http.RequestAborted) })).SignedIn().ExcludeFromDescription();
}
