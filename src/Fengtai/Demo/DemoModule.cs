using Fengtai.Identity;
using Fengtai.Platform.Database;
using Fengtai.Platform.Events;
using Fengtai.Platform.Practices;

namespace Fengtai.Demo;

/// <summary><c>serve --demo</c>: a believable organisation to look around in.</summary>
public sealed class DemoModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Demonstration>();
        services.AddSingleton<AuditedKind>(new PlainAuditedKind(DemonstrationFilled.Subject.Kind, "demonstrationFilled"));
        services.AddSingleton<IBeforeReady, ShowDemonstration>();
    }
}

/// <summary>Fills an empty database and offers its people at sign-in; a database that belongs to somebody is never touched, nor its people offered.</summary>
internal sealed class ShowDemonstration(IServiceScopeFactory scopes, HostSettings settings, DemoSignIn signIn, TimeProvider time) : IBeforeReady
{
    public async Task PrepareAsync(Action<string> say, CancellationToken cancellation)
    {
        if (!settings.Demo)
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<Demonstration>().FillAsync(time.GetUtcNow(), say, cancellation);
        if (result == FillResult.HoldsOtherData)
        {
            throw new CannotStartException("--demo fills an empty database, and this one holds somebody's data already. Nothing was changed. Start without --demo, or with another folder: --data ./demo-data");
        }
        signIn.Offer();
    }
}
