using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Live;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>What major incidents need.</summary>
internal static class MajorIncidentServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ITableMap, MajorIncidentTables>();
        services.AddKept<IReadOnlyList<OpenMajorIncident>>(MajorIncidentsChanged.SubjectKind);
        services.AddScoped<MajorIncidentQuery>();
        services.AddScoped<Spreads>();
        services.AddScoped<SpreadToChild>();
        services.AddScoped<SpreadReport>();
        services.AddJob<SpreadJob.Data, SpreadJob>(SpreadJob.Kind);
        services.AddReaction<TicketEvent, FollowMajorIncident>();
        services.AddScoped<ITopicRule, MajorIncidentTopic>();
        services.AddSlot<DeskMajorBanner>("desk.banner");
        services.AddSlot<PortalMajorBanner>("portal.banner");
    }
}
