using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>The kinds of notices about tickets, as people want them or not.</summary>
[TextKeys("tickets.notice")]
internal enum TicketNotice
{
    /// <summary>Given to me.</summary>
    Assigned,

    /// <summary>Given to my team, and to nobody in it.</summary>
    AssignedToTeam,

    /// <summary>The user wrote, or says that it is not solved.</summary>
    UserReplied,

    /// <summary>催办: the user asks for haste.</summary>
    Urged,

    /// <summary>升级: those who lead and manage are called in, or a supplier is.</summary>
    Escalated,

    /// <summary>A note names me.</summary>
    Mentioned,

    /// <summary>Something happened to what I watch.</summary>
    Watched,

    /// <summary>A wait of mine is over.</summary>
    WaitEnded,

    /// <summary>重大事件, where it concerns my work.</summary>
    Major,

    /// <summary>What I did to many at once has reached all of them.</summary>
    BatchFinished,

    /// <summary>News of what I asked for.</summary>
    OwnRequests,
}

internal static class TicketNotices
{
    public static void Add(IServiceCollection services)
    {
        foreach (var notice in Enum.GetValues<TicketNotice>())
        {
            services.AddNoticeKind(new(Words.Of(notice), TextKeys.Key(notice), IconOf(notice), WhoseOf(notice)));
        }
    }

    private static Permission WhoseOf(TicketNotice notice) => notice switch
    {
        TicketNotice.Assigned or TicketNotice.AssignedToTeam => TicketPermissions.Work,
        TicketNotice.OwnRequests => TicketPermissions.File,
        TicketNotice.UserReplied or TicketNotice.Urged or TicketNotice.Escalated or TicketNotice.Mentioned or TicketNotice.Watched or TicketNotice.WaitEnded or TicketNotice.Major or TicketNotice.BatchFinished => TicketPermissions.Staff,
    };

    private static string IconOf(TicketNotice notice) => notice switch
    {
        TicketNotice.Assigned => "route",
        TicketNotice.AssignedToTeam => "users-group",
        TicketNotice.UserReplied => "message",
        TicketNotice.Urged => "bell-ringing",
        TicketNotice.Escalated => "stairs-up",
        TicketNotice.Mentioned => "at",
        TicketNotice.Watched => "eye",
        TicketNotice.WaitEnded => "hourglass",
        TicketNotice.Major => "urgent",
        TicketNotice.BatchFinished => "list-check",
        TicketNotice.OwnRequests => "ticket",
    };
}
