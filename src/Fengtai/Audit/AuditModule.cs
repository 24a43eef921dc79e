using System.CommandLine;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Practices;

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
    }

    public override IEnumerable<Command> Commands(BesideServer beside) => [AuditCommands.All(beside)];
}
