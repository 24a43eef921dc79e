using Fengtai.Platform.Access;
using Fengtai.Platform.Ui;

namespace Fengtai.Shell;

/// <summary>Where somebody begins after signing in: staff at their work, everybody else at home.</summary>
internal static class StartPage
{
    public static void MapStart(this IEndpointRouteBuilder routes) => routes
        .MapGet("/start", (Navigation places) => PageAnswers.SeeOther(places.Work?.Href ?? "/"))
        .SignedIn()
        .ExcludeFromDescription();
}
