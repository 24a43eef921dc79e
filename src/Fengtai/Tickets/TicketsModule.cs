using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Live;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Bulk;
using Fengtai.Tickets.Checklists;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.MajorIncidents;
using Fengtai.Tickets.Portal;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Fengtai.Tickets.Timesheets;
using Fengtai.Tickets.Together;
using Fengtai.Tickets.Watching;
using Fengtai.Tickets.Writing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>Requests of all types, from the first word to the rating.</summary>
public sealed class TicketsModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        foreach (var grant in TicketPermissions.Grants)
        {
            services.AddSingleton(grant);
        }
        services.AddSingleton<ITableMap, TicketTables>();
        services.AddSingleton<ITableMap, RelationTables>();
        services.AddScoped<TicketActs>();
        services.AddScoped(provider => new SystemActs(provider.GetRequiredService<TicketActs>(), provider.GetRequiredService<NextLine>()));
        services.AddScoped<OpenTicket>();
        services.AddScoped<FollowUpTickets>();
        services.AddScoped<Targets>();
        services.AddScoped<Urgings>();
        services.AddScoped<TicketLeads>();
        services.AddScoped<NextLine>();
        services.AddScoped<KnownSuppliers>();
        services.AddScoped<TicketViews>();
        services.AddScoped<TicketFilters>();
        services.AddScoped<TicketList>();
        services.AddScoped<TicketCounts>();
        services.AddScoped<WordMatches>();
        services.AddSingleton<CommonWords>();
        services.AddScoped<SavedViews>();
        services.AddScoped<Audiences>();
        services.AddScoped<ViewInputs>();
        services.AddScoped<SaveView>();
        services.AddScoped<ChangeView>();
        services.AddScoped<DeleteView>();
        services.AddScoped<ArrangeViews>();
        services.AddRecurring<SweepViews>(SweepViews.Name, SweepViews.Every);
        services.AddUniqueRule("views_of", () => new ViewNameIsTaken());
        services.AddScoped<TicketTimeline>();
        services.AddScoped<TicketDossiers>();
        services.AddScoped<TicketSurroundings>();
        services.AddScoped<StepForms>();
        services.AddScoped<WorkOrders>();
        services.AddScoped<TicketHistories>();
        services.AddScoped<AuditedKind, AuditedTickets>();
        services.AddSingleton<AuditedKind>(AuditedViews.Saved);
        services.AddSingleton<AuditedKind>(AuditedViews.Exported);
        services.AddSingleton<AuditedKind>(new PlainAuditedKind(MajorIncidentsChanged.SubjectKind, "majorIncidentsChanged"));
        services.AddScoped<RecentlySeen>();
        services.AddSingleton<RememberSeen>();
        services.AddHostedService(provider => provider.GetRequiredService<RememberSeen>());
        services.AddNavigation(new(Area.Desk, "workOrder.empty", "printer", "/desk/work-order", TicketPermissions.Staff, Order: 90));
        services.AddFileReferences<TicketFiles>();
        services.AddScoped<ITopicRule, TicketTopic>();
        services.AddReaction<TicketEvent, IndexTicketText>();
        services.AddReaction<TicketEvent, TellPeople>();
        services.AddScoped<ToldInSum>();
        services.AddRecurring<TicketSweep>(TicketSweep.Name, TicketSweep.Every);
        services.AddUniqueRule("attachments_pk", () => new FileIsAlreadyAttached());
        services.AddUniqueRule("tickets_pk", () => new RequestWasSentAlready());
        services.AddUniqueRule("links_pair", () => new TicketsAreLinkedAlready());
        services.AddScoped<AnswerQuestions>();
        services.AddScoped<OtherTickets>();
        services.AddScoped<LinkedTickets>();
        services.AddScoped<SimilarTickets>();
        services.AddScoped<MajorIncidentDossiers>();
        MajorIncidentServices.Add(services);
        services.AddSingleton<ITableMap, TaskTables>();
        services.AddSingleton<ITableMap, TimeTables>();
        services.AddScoped<OwnTasks>();
        services.AddScoped<TaskList>();
        services.AddScoped<TimeEntries>();
        BulkServices.Add(services);
        TogetherServices.Add(services);
        WatchingServices.Add(services);
        WritingServices.Add(services);
        TemplateServices.Add(services);
        TicketNotices.Add(services);
        MacroServices.Add(services);
        PortalRoutes.AddServices(services);
        TicketActRoutes.AddServices(services);
        DeskPlaces.AddServices(services);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        TicketApi.Map(routes);
        ViewApi.Map(routes);
        WatcherApi.Map(routes);
        BatchApi.Map(routes);
        TemplateApi.Map(routes);
        WorkApi.Map(routes);
        MacroApi.Map(routes);
        TicketFiles.Map(routes);
        DeskPlaces.Map(routes);
        TicketActRoutes.Map(routes, TicketPageRoutes.ShowRefusedAsync, RequestPages.ShowRefusedAsync);
        KeepDraft.Map(routes);
        RenderText.Map(routes);
        AnswerQuestions.Map(routes, RequestPages.ShowRefusedAsync);
        TicketPageRoutes.Map(routes);
        PortalRoutes.Map(routes);
    }
}
