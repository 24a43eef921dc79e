using Fengtai.Notifications.Desk;
using Fengtai.Notifications.Portal;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;

namespace Fengtai.Notifications;

/// <summary>The pages of notices, in both halves of the application: everybody has notices, and only their own.</summary>
internal static class NoticeRoutes
{
    public const string OnDesk = "/desk/notices";
    public const string InPortal = "/notices";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(OnDesk, ShowOnDeskAsync).SignedIn().ExcludeFromDescription();
        routes.MapGet(InPortal, ShowInPortalAsync).SignedIn().ExcludeFromDescription();
        routes.MapPost($"{InPortal}/{{id:guid}}", OpenAsync).SignedIn().ExcludeFromDescription();
        routes.MapPost($"{InPortal}/read", ReadAllAsync).SignedIn().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowOnDeskAsync(Guid? after, Actor actor, NoticeList list, CancellationToken cancellation) =>
        PageAnswers.Page<DeskNoticesPage>(new { Notices = await list.OfAsync(actor.Id, after, cancellation) });

    private static async Task<IResult> ShowInPortalAsync(Guid? after, Actor actor, NoticeList list, CancellationToken cancellation) =>
        PageAnswers.Page<PortalNoticesPage>(new { Notices = await list.OfAsync(actor.Id, after, cancellation) });

    // the form is taken for its token alone
    private static async Task<IResult> OpenAsync(Guid id, IFormCollection form, HttpContext http, ReadNotices read)
    {
        var href = await read.OneAsync(id, http.Actor(), http.RequestAborted);
        return href.IsRefused ? href.Refusals.AsResult(http) : PageAnswers.SeeOther(href.Value);
    }

    private static async Task<IResult> ReadAllAsync(IFormCollection form, HttpContext http, ReadNotices read)
    {
        var done = await read.AllAsync(http.Actor(), http.RequestAborted);
        return done.IsRefused ? done.Refusals.AsResult(http) : PageAnswers.SeeOther(form["return"] == OnDesk ? OnDesk : InPortal);
    }
}
