using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Who sees a saved view, who may change it, and with whom it may be shared.</summary>
internal static class ViewSharing
{
    /// <summary>The most views that one person keeps.</summary>
    public const int MostViews = 50;

    /// <summary>How long a deleted view can be had back.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public static bool MaySee(SavedView view, Actor actor) => actor.May(TicketPermissions.Staff) && (actor.Is(view.OwnerId) || view.Audience switch
    {
        ViewAudience.Me => false,
        ViewAudience.Team => actor.IsIn(view.TeamId),
        ViewAudience.Everybody => true,
    });

    /// <summary>Its maker; and who may share with everybody looks after what is shared, so that nothing stays behind when its maker has gone.</summary>
    public static bool MayChange(SavedView view, Actor actor) =>
        MaySee(view, actor) && (actor.Is(view.OwnerId) || actor.May(TicketPermissions.ShareViews));

    /// <summary>Why a view may not be shared like this; null where it may. A team's members share among themselves.</summary>
    public static Refusal? Refused(ViewAudience audience, Guid? team, Actor actor) => audience switch
    {
        ViewAudience.Me => null,
        ViewAudience.Team when actor.IsIn(team) || actor.May(TicketPermissions.ShareViews) => null,
        ViewAudience.Team => new ViewIsSharedWithOwnTeamsOnly(),
        ViewAudience.Everybody when actor.May(TicketPermissions.ShareViews) => null,
        ViewAudience.Everybody => new NotAllowed(TicketPermissions.ShareViews.Name),
    };

    /// <summary>Whose columns are chosen: those of the view for all who see it, or this person's own.</summary>
    public static bool ColumnsAreTheViews(SavedView? view, Actor actor) => view is not null && actor.Is(view.OwnerId);
}

/// <summary>Somebody shares with teams they work in.</summary>
internal sealed record ViewIsSharedWithOwnTeamsOnly : Refusal
{
    public override RefusalKind Kind => RefusalKind.Forbidden;

    public override string? Field => "sharedWith";
}

internal sealed record TooManyViews(int Most) : Refusal
{
    public override object[] Arguments => [Most];
}

internal sealed record ViewNameIsTaken : Refusal
{
    public override string? Field => "name";
}
