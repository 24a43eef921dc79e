using Fengtai.Calendars;
using Fengtai.Identity;
using Fengtai.Notifications.Desk;
using Fengtai.Notifications.Portal;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Live;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;

namespace Fengtai.Notifications;

/// <summary>Telling people what concerns them.</summary>
public sealed class NotificationsModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableMap, NoticeTables>();
        services.AddSingleton<ITopicRule, NoticeTopic>();
        services.AddSingleton<AuditedKind>(new PlainAuditedKind(NoticeTopic.Kind, "noticeGiven", "noticesRead", "noticesChosen"));
        services.AddScoped<Notices>();
        services.AddScoped<ReadNotices>();
        services.AddScoped<UnreadNotices>();
        services.AddScoped<NoticeList>();
        services.AddScoped<OwnNoticeChoices>();
        services.AddScoped<ChooseNotices>();
        services.AddNoticeKind(new(TellOfMissingHolidays.Kind, "notifications.kind.holidaysMissing", "calendar-x", CalendarPermissions.Administer));
        services.AddReaction<HolidayYearIsMissing, TellOfMissingHolidays>();
        services.AddSingleton(new AccountTab("notifications.choices", NoticeRoutes.Choices));
        services.AddRecurring<SweepNotices>(SweepNotices.Name, TimeSpan.FromHours(24));
        services.AddSlot<DeskBell>("desk.bar");
        services.AddSlot<PortalBell>("portal.bar");
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => NoticeRoutes.Map(routes);
}
