using Fengtai.Platform.Access;
using Fengtai.Notifications;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Practices;
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
        services.AddScoped<TicketClocks>();
        services.AddScoped<ClockList>();
        services.AddReaction<TicketEvent, RunClocks>();
        services.AddScoped<PassClocks>();
        services.AddScoped<DeadlineNews>();
        services.AddRecurring<SweepClocks>(SweepClocks.Name, SweepClocks.Every);
        services.AddJob<EscalateByTime.Data, EscalateByTime>(EscalateByTime.Kind);
        services.AddNoticeKind(new(DeadlineNews.NoticeKind, "levels.notice.deadline", "clock", TicketPermissions.Staff));
        services.AddScoped<AuditedKind, AuditedPolicies>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => ClockApi.Map(routes);
}
