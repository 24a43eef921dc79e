using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Live;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Fengtai.ServiceLevels.Admin;
using Fengtai.ServiceLevels.Desk;
using Fengtai.ServiceLevels.Portal;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised for which tickets, and clocks that say, minute by minute, how it is kept.</summary>
public sealed class ServiceLevelsModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableMap, ServiceLevelTables>();
        services.AddSingleton<IBeforeReady, PlantDefaultPolicies>();
        services.AddKept<PolicyList>(Policy.SubjectKind);
        services.AddScoped<PolicyBook>();
        services.AddKept<AgreementList>(Agreement.SubjectKind);
        services.AddScoped<AgreementBook>();
        services.AddScoped<PromiseBook>();
        services.AddScoped<ISuppliers, AgreedSuppliers>();
        services.AddScoped<TicketClocks>();
        services.AddScoped<ClockList>();
        services.AddScoped(provider => new ClockHistories(
            provider.GetRequiredService<FengtaiDb>(), provider.GetRequiredService<PromiseBook>(), provider.GetRequiredService<TicketClocks>(),
            provider.GetRequiredService<Categories>(), provider.GetRequiredService<People>()));
        services.AddReaction<TicketEvent, RunClocks>();
        services.AddSlot<ClocksCard>("ticket.aside");
        services.AddSlot<RequestPromise>("request.promise");
        services.AddSlot<RecomputationsUnderWay>("calendars.changed");
        services.AddScoped<PassClocks>();
        services.AddScoped<DeadlineNews>();
        services.AddRecurring<SweepClocks>(SweepClocks.Name, SweepClocks.Every);
        services.AddJob<EscalateByTime.Data, EscalateByTime>(EscalateByTime.Kind);
        services.AddNoticeKind(new(DeadlineNews.NoticeKind, "levels.notice.deadline", "clock", TicketPermissions.Staff));
        services.AddScoped<AuditedKind, AuditedPolicies>();
        services.AddScoped<AuditedKind, AuditedRecomputations>();
        services.AddGrants(ServiceLevelPermissions.Administer, Roles.Administrator, Roles.ServiceLevelManager);
        services.AddScoped<AuditedKind, AuditedAgreements>();
        services.AddGrants(ServiceLevelPermissions.Read, Roles.Administrator, Roles.ServiceLevelManager, Roles.Manager, Roles.Lead, Roles.Quality, Roles.Auditor);
        services.AddSingleton<ITopicRule, PolicyTopic>();
        services.AddSingleton<ITopicRule, AgreementTopic>();
        services.AddScoped<OpenClocks>();
        services.AddScoped<ClockImpact>();
        services.AddScoped<ICalendarImpact>(s => s.GetRequiredService<ClockImpact>());
        services.AddReaction<CalendarEvent, FollowCalendars>();
        services.AddReaction<PolicyEvent, FollowPolicies>();
        services.AddReaction<AgreementEvent, FollowAgreements>();
        services.AddScoped<RecomputeSome>();
        services.AddJob<RecomputeClocks.Data, RecomputeClocks>(RecomputeClocks.Kind);
        services.AddScoped<PolicyPlaces>();
        services.AddScoped<AddPolicy>();
        services.AddScoped<EditPolicy>();
        services.AddScoped<OrderPolicy>();
        services.AddScoped<ActivatePolicy>();
        services.AddScoped<PolicyPages>();
        services.AddScoped<AgreementFile>();
        services.AddScoped<AddAgreement>();
        services.AddScoped<EditAgreement>();
        services.AddScoped<EndAgreement>();
        services.AddGrants(ServiceLevelPermissions.Report, Roles.Lead, Roles.Manager, Roles.ServiceLevelManager, Roles.Quality, Roles.Auditor);
        services.AddScoped<DecidedFilters>();
        services.AddScoped<LevelReports>();
        services.AddScoped<DecidedClocks>();
        services.AddScoped<RecordedLives>();
        services.AddScoped<TryPolicies>();
        services.AddNavigation(new(Area.Desk, "levels.report.title", "report", LevelReportAddress.Path, ServiceLevelPermissions.Report, 36, "g s"));
        services.AddScoped<BringAgreements>();
        services.AddScoped<Compliance>();
        services.AddScoped<PromiseHistories>();
        services.AddScoped<AgreementPages>();
        services.AddRecurring<RemindOfAgreements>(RemindOfAgreements.Name, TimeSpan.FromHours(6));
        services.AddNoticeKind(new(RemindOfAgreements.NoticeKind, "levels.notice.agreement", "signature", ServiceLevelPermissions.Read));
        services.AddNavigation(new(Area.Admin, "levels.agreements.title", "signature", AgreementRoutes.Home, ServiceLevelPermissions.Read, Order: 25));
        services.AddNavigation(new(Area.Admin, "levels.admin.title", "hourglass", PolicyRoutes.Home, ServiceLevelPermissions.Administer, Order: 24));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        ClockApi.Map(routes);
        PolicyApi.Map(routes);
        PolicyRoutes.Map(routes);
        LevelReportApi.Map(routes);
        LevelReportRoutes.Map(routes);
        AgreementApi.Map(routes);
        AgreementRoutes.Map(routes);
    }
}
