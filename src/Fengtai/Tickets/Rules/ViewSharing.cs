using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>What holds for saved views beside <see cref="Sharing"/>.</summary>
internal static class ViewSharing
{
    /// <summary>The most views that one person keeps.</summary>
    public const int MostViews = 50;

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
