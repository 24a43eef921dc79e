using System.CommandLine;
using Fengtai.Audit.Admin;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;

namespace Fengtai.Audit;

/// <summary>Who did and saw what, in a form that cannot be altered unnoticed.</summary>
public sealed class AuditModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Chain>();
        services.AddSingleton<CompleteUpTo>();
        services.AddScoped<VerifyChain>();
        services.AddRecurring<SealLogs>(SealLogs.Name, SealLogs.Every);

        services.AddScoped<AuditedKind, AuditedPeople>();
        services.AddScoped<AuditedKind, AuditedTeams>();
        services.AddSingleton<AuditedKind>(new PlainAuditedKind("job", "jobRunAgain"));
        services.AddSingleton<AuditedKind>(new PlainAuditedKind(AuditExported.SubjectKind, "auditExported"));
        services.AddScoped<AuditQuestions>();
        services.AddScoped<AuditSearch>();
        services.AddScoped<AuditWords>();
        services.AddScoped<ChainState>();
        services.AddScoped<ExportAudit>();
        services.AddGrants(AuditPermissions.Read, Roles.Administrator, Roles.Auditor);
        services.AddNavigation(new(Area.Admin, "audit.title", "fingerprint", AuditAddress.Path, AuditPermissions.Read, Order: 70));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => AuditRoutes.Map(routes);

    public override IEnumerable<Command> Commands(BesideServer beside) => [AuditCommands.All(beside)];
}
