using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Tests.Database;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Nodes;

/// <summary>Two nodes on one database and one shared folder of files, started at the same time; an agent with a password and a token.</summary>
public sealed class TwoNodes(TestCluster cluster) : IAsyncLifetime
{
    public const string Login = "anna";
    public const string Password = "correct horse battery";

    private const string Secret = "one for all";

    private readonly Beside _app = new(cluster);
    private readonly OwnFolder _files = new();

    internal Node A { get; private set; } = null!;

    internal Node B { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public NpgsqlDataSource Database => _app.Database;

    public string OwnerString => _app.OwnerString;

    /// <summary>What both are started with.</summary>
    internal object Settings => SettingsWith(_files.Data);

    internal string Files => _files.Data;

    internal static object SettingsWith(string files, string secret = Secret) => new { KeySecret = secret, Files = new { Folder = files }, PublicUrl = "http://desk.example" };

    internal Browser Browse(Node node) => new(new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = node.Address }, _app.Clock, null);

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        // the nodes go by the real clock
        _app.Clock.Now = TimeProvider.System.GetUtcNow();
        Token = await _app.RunAsync(async services =>
        {
            var person = await services.GetRequiredService<CreatePerson>()
                .RunAsync(new PersonForm { Login = Login, Name = "安娜" }, [Roles.Agent], Password, mustChange: false, "administration", Actor.System, default);
            var token = await services.GetRequiredService<CreateToken>().RunAsync(person.Value.Id, new() { TokenName = "test", Scope = "write", Days = "365" }, Actor.System, default);
            return token.Value.Secret;
        });
        var both = await Task.WhenAll(Node.StartAsync(OwnerString, Settings), Node.StartAsync(OwnerString, Settings));
        (A, B) = (both[0], both[1]);
    }

    public async ValueTask DisposeAsync()
    {
        A?.Dispose();
        B?.Dispose();
        await _app.DisposeAsync();
        _files.Dispose();
    }

    /// <summary>The application in this process, for what tests plant and look up.</summary>
    private sealed class Beside(TestCluster cluster) : App(cluster)
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Fengtai:KeySecret"] = Secret };
    }
}
