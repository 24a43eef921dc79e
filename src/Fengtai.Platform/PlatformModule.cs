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
        services.AddDbContext<FengtaiDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.SetPostgresVersion(15, 0)));
        services.AddScoped<Work>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<ITableMap, EventTables>();
        services.AddSingleton<ITableMap, JobTables>();

        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobOverview>();
        services.AddScoped<RunJobAgain>();
        services.AddHostedService<JobWorkers>();
        services.AddHostedService<RecurringWorker>();

        services.AddSingleton<LookLog>();
        services.AddHostedService<LookWriter>();

        services.AddFiles();
        services.AddApiRate(configuration);

        services.AddSignalR();
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
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapHub<LiveHub>("/live").SignedIn();
        UploadFile.Map(routes);
    }
}
