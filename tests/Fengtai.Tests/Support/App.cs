using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Live;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Practices;
using Fengtai.Shell;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Desk.Board;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Support;

/// <summary>
/// The whole application in this process, on a database of its own, with a clock that stands still: <c>IClassFixture&lt;App&gt;</c>.
/// Jobs run only when a test says so (<see cref="RunJobsAsync"/>); it listens from the first <see cref="Browse"/> on.
/// </summary>
public class App(TestCluster cluster) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fengtai-app-").FullName;
    private readonly List<HttpClient> _clients = [];
    private string _database = "";
    private WebApplication _app = null!;
    private Uri? _address;

    public FakeClock Clock { get; } = new();

    public IServiceProvider Services => _app.Services;

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>The database as the owner of its tables, who may do anything.</summary>
    public string OwnerString => cluster.OwnerOf(_database);

    public string DataFolder => _folder;

    /// <summary>Whether workers and live hints run by themselves as in production.</summary>
    protected virtual bool RunsByItself => false;

    /// <summary>Practices planted by the test.</summary>
    protected virtual IEnumerable<Practice> More => [];

    /// <summary>Settings beyond the defaults, as in <c>Fengtai:PublicUrl</c>.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>Runs a use case the way a request does: in a scope, with its unit of work.</summary>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task RunAsync(Func<Work, Task> work) => RunAsync(async services =>
    {
        await work(services.GetRequiredService<Work>());
        return true;
    });

    /// <summary>Does all jobs that are due and those they cause. What a job throws, the test gets.</summary>
    public async Task RunJobsAsync()
    {
        var queue = Services.GetRequiredService<JobQueue>();
        var kinds = Services.GetServices<JobKind>().ToDictionary(k => k.Name);
        while (await queue.TakeAsync(TestContext.Current.CancellationToken) is { } job)
        {
            await RunAsync(async services =>
            {
                await kinds[job.Kind].RunAsync(services, job.Data, TestContext.Current.CancellationToken);
                return true;
            });
            await queue.FinishAsync(job);
        }
    }

    public Task RunRecurringAsync(string name) => RunAsync(async services =>
    {
        await services.GetServices<RecurringKind>().Single(k => k.Name == name).RunAsync(services, TestContext.Current.CancellationToken);
        return true;
    });

    /// <summary>A browser without a session, or a program with a bearer token.</summary>
    public async Task<Browser> Browse(string? token = null)
    {
        if (_address is null)
        {
            await _app.StartAsync(TestContext.Current.CancellationToken);
            _address = new(_app.Urls.First());
        }
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = _address };
        _clients.Add(http);
        return new(http, Clock, token);
    }

    public async ValueTask InitializeAsync()
    {
        _database = await cluster.CloneAsync();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Urls", "http://127.0.0.1:0"), new("Logging:LogLevel:Default", "Warning")])
            .AddInMemoryCollection(Settings)
            .Build();
        _app = Composition.Build(
            new() { DataFolder = _folder, Database = _database, PublicUrl = new("http://desk.example"), Demo = false },
            configuration,
            Adjust,
            [.. More]);
        foreach (var step in Services.GetServices<IBeforeReady>())
        {
            await step.PrepareAsync(_ => { }, CancellationToken.None);
        }
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await _app.DisposeAsync();
        await cluster.DropAsync(_database);
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Replaces the outside world.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(Clock);
        // a test sees at once what others have done
        builder.Services.AddSingleton(new CountsAge(TimeSpan.Zero, TimeSpan.Zero));
        builder.Services.AddSingleton(new BoardAge(TimeSpan.Zero));
        // each application brings its own services to EF Core, and a run has many applications
        builder.Services.ConfigureDbContext<Fengtai.Platform.Data.FengtaiDb>(db => db.ConfigureWarnings(w => w.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning)));
        if (!RunsByItself)
        {
            Type[] workers = [typeof(JobWorkers), typeof(RecurringWorker), typeof(LiveBroadcast), typeof(LookWriter)];
            foreach (var worker in builder.Services.Where(s => workers.Contains(s.ImplementationType)).ToList())
            {
                builder.Services.Remove(worker);
            }
        }
    }

    /// <summary>What every test of the class finds, made once through the use cases.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;
}
