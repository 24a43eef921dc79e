using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;

namespace Fengtai.Tickets.Rules;

/// <summary>Something that somebody keeps for themselves or for others: a view, a template, a macro.</summary>
internal interface IShared
{
    Guid Id { get; }

    string Name { get; }

    /// <summary>Whoever made it.</summary>
    Guid OwnerId { get; }

    Audience Audience { get; }

    /// <summary>The team it is shared with.</summary>
    Guid? TeamId { get; }

    /// <summary>Deleted, and can be had back for a while.</summary>
    DateTimeOffset? DeletedAt { get; set; }

    /// <summary>What one needs to share such things with everybody.</summary>
    Permission ToShare { get; }
}

/// <summary>Who sees what somebody keeps.</summary>
[TextKeys("tickets.audience")]
internal enum Audience
{
    /// <summary>Only whoever made it.</summary>
    Me,

    /// <summary>The members of a team.</summary>
    Team,

    /// <summary>All who work at the desk's pages.</summary>
    Everybody,
}

/// <summary>Who sees what somebody keeps, who may change it, and with whom it may be shared.</summary>
internal static class Sharing
{
    /// <summary>How long what was deleted can be had back.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public static bool MaySee(IShared kept, Actor actor) => actor.May(TicketPermissions.Staff) && (actor.Is(kept.OwnerId) || kept.Audience switch
    {
        Audience.Me => false,
        Audience.Team => actor.IsIn(kept.TeamId),
        Audience.Everybody => true,
    });

    /// <summary>Its maker; and who may share with everybody looks after what is shared, so that nothing stays behind when its maker has gone.</summary>
    public static bool MayChange(IShared kept, Actor actor) => MaySee(kept, actor) && (actor.Is(kept.OwnerId) || actor.May(kept.ToShare));

    /// <summary>Why something may not be shared like this; null where it may.</summary>
    /// <param name="withTeam">Why this person may not share with the team unless they may share with all; null where they may.</param>
    public static Refusal? Refused(Audience audience, Refusal? withTeam, Permission toShare, Actor actor) => audience switch
    {
        Audience.Me => null,
        _ when actor.May(toShare) => null,
        Audience.Team => withTeam,
        Audience.Everybody => new NotAllowed(toShare.Name),
    };
}
