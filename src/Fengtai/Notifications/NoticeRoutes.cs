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

    /// <summary>Beside the other settings of one's own account.</summary>
    public const string Choices = "/account/notices";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(OnDesk, ShowOnDeskAsync).SignedIn().ExcludeFromDescription();
        routes.MapGet(InPortal, ShowInPortalAsync).SignedIn().ExcludeFromDescription();
        routes.MapGet(Choices, ShowChoicesAsync).SignedIn().ExcludeFromDescription();
        routes.MapPost(Choices, ChooseAsync).SignedIn().ExcludeFromDescription();
        routes.MapPost($"{InPortal}/{{id:guid}}", OpenAsync).SignedIn().ExcludeFromDescription();
        routes.MapPost($"{InPortal}/read", ReadAllAsync).SignedIn().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowOnDeskAsync(bool? unread, Guid? after, Actor actor, NoticeList list, CancellationToken cancellation) =>
        PageAnswers.Page<DeskNoticesPage>(new { Notices = await list.OfAsync(actor.Id, unread ?? false, after, cancellation) });

    private static async Task<IResult> ShowInPortalAsync(bool? unread, Guid? after, Actor actor, NoticeList list, CancellationToken cancellation) =>
        PageAnswers.Page<PortalNoticesPage>(new { Notices = await list.OfAsync(actor.Id, unread ?? false, after, cancellation) });

    private static async Task<IResult> ShowChoicesAsync(Actor actor, OwnNoticeChoices choices, CancellationToken cancellation) =>
        PageAnswers.Page<NoticeChoicesPage>(new { Choices = await choices.OfAsync(actor, cancellation) });

    private static async Task<IResult> ChooseAsync(IFormCollection form, HttpContext http, ChooseNotices choose)
    {
        var done = await choose.RunAsync([.. form["kinds"].OfType<string>()], http.Actor(), http.RequestAborted);
        if (done.IsRefused)
        {
            return done.Refusals.AsResult(http);
        }
        http.Say("notifications.choices.saved");
        return PageAnswers.SeeOther(Choices);
    }

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
