using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Keys;
using Fengtai.Platform.Live;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Npgsql;

namespace Fengtai.Platform;

/// <summary>Everything that knows nothing of service desks. Expects an <see cref="NpgsqlDataSource"/> and a <see cref="TimeProvider"/>.</summary>
public sealed class PlatformModule : Practice
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // what is configured is the same for every request and read once
        services.AddDbContext<FengtaiDb>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.SetPostgresVersion(15, 0)),
            optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<Work>();
        services.AddSingleton<LatestEvents>();
        services.AddScoped<ClaimedKey>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<ITableMap, EventTables>();
        services.AddSingleton<ITableMap, JobTables>();
        services.AddSingleton<ITableMap, FinishedKeys>();
        services.AddRecurring<SweepKeys>(SweepKeys.Name, TimeSpan.FromHours(1));

        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobOverview>();
        services.AddScoped<RunJobAgain>();
        services.AddHostedService<JobWorkers>();
        services.AddHostedService<RecurringWorker>();
        services.AddRecurring<AfterClockJump>(AfterClockJump.Name, TimeSpan.FromMinutes(1));

        services.AddSingleton<LookLog>();
        services.AddHostedService<LookWriter>();

        services.AddFiles();
        services.AddApiRate(configuration);

        services.AddSignalR();
        services.AddSingleton<LiveLimit>();
        services.AddHostedService<LiveBroadcast>();

        services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("fengtai");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys =>
            {
                keys.XmlRepository = new KeyTable(provider.GetRequiredService<NpgsqlDataSource>());
                keys.XmlEncryptor = new KeyEncryptor(provider.GetRequiredService<KeySecret>());
            }));
        services.AddSingleton<KeySecret>();
        services.AddSingleton<IBeforeReady, SameSecret>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapHub<LiveHub>("/live", live => live.Transports = HttpTransportType.WebSockets).SignedIn().Limited();
        UploadFile.Map(routes);
    }

    public override IEnumerable<Command> Commands(BesideServer beside) => [KeysCommand.Create(beside)];
}
