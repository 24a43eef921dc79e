using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Live;
using Fengtai.Tests.Support;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Together;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Tickets.Together;

/// <summary>Two nodes on one database; pages come, write, go, and die with their node.</summary>
public sealed class PresenceTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private readonly Guid _ticket = Guid.CreateVersion7();
    private Node _here = null!;
    private Node _there = null!;
    private Person _anna = null!;
    private Person _ben = null!;

    [Fact]
    public async Task Page_OfAnotherNode_IsTold_AndEndsWhenItIsClosed()
    {
        await _here.ComeAsync("a", _anna, _ticket);
        Assert.Empty(await _here.NextAsync());
        await _there.ComeAsync("b", _ben, _ticket);
        Assert.Equal(["anna", "ben"], (await _here.NextAsync())["a"]);
        Assert.Equal(["anna", "ben"], (await _there.NextAsync())["b"]);
        Assert.Empty(await _here.NextAsync());
        await _there.GoAsync("b");
        Assert.Empty((await _here.NextAsync())["a"]);
        Assert.Empty(await _here.NextAsync());
    }

    [Fact]
    public async Task TwoPagesOfOnePerson_AreNobodyElse()
    {
        await _here.ComeAsync("a", _anna, _ticket);
        await _there.ComeAsync("a2", _anna, _ticket);
        Assert.Empty(await _here.NextAsync());
    }

    [Fact]
    public async Task PageThatGoesToAnotherTicket_LeavesTheFirst()
    {
        await _here.ComeAsync("a", _anna, _ticket);
        await _there.ComeAsync("b", _ben, _ticket);
        await _here.NextAsync();
        await _there.ComeAsync("b", _ben, Guid.CreateVersion7());
        Assert.Empty((await _here.NextAsync())["a"]);
    }

    [Fact]
    public async Task Writing_IsTold_AndEndsByItselfWhenNobodyTypesOn()
    {
        await _here.ComeAsync("a", _anna, _ticket);
        await _there.ComeAsync("b", _ben, _ticket);
        await _here.NextAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(3));
        await _there.WriteAsync("b");
        Assert.Equal(["anna", "ben…"], (await _here.NextAsync())["a"]);
        app.Clock.Advance(ITopicPresence.WritingHolds);
        await _there.NextAsync();
        Assert.Equal(["anna", "ben"], (await _here.NextAsync())["a"]);
    }

    [Fact]
    public async Task PagesOfANodeThatDied_AreGoneWithinTheirLease()
    {
        await _here.ComeAsync("a", _anna, _ticket);
        await _there.ComeAsync("b", _ben, _ticket);
        await _here.NextAsync();
        app.Clock.Advance(PresenceTimes.Beat);
        Assert.Empty(await _here.NextAsync());
        app.Clock.Advance(PresenceTimes.Lease - PresenceTimes.Beat);
        Assert.Empty((await _here.NextAsync())["a"]);
    }

    [Fact]
    public async Task OpenPage_IsWrittenOnceABeat_HoweverOftenItIsAsked()
    {
        await _here.ComeAsync("a", _anna, _ticket);
        var writes = new HashSet<long>();
        for (var second = 0; second < 60; second++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await _here.NextAsync();
            writes.Add(await LastWriteAsync());
        }
        // the first, and one each 20 seconds
        Assert.Equal(4, writes.Count);
    }

    [Fact]
    public async Task PageThatDoesNotComeAgain_IsNoLongerTold()
    {
        await _here.ComeAsync("a", _anna, _ticket);
        await _there.ComeAsync("b", _ben, _ticket);
        await _here.NextAsync();
        app.Clock.Advance(PresenceTimes.SightHolds);
        await _here.ComeAsync("a", _anna, _ticket);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await _there.NextAsync();
        Assert.Empty((await _here.NextAsync())["a"]);
    }

    public async ValueTask InitializeAsync()
    {
        (_here, _there) = (new(app), new(app));
        var mark = Guid.CreateVersion7().ToString("N")[..12];
        _anna = await app.AddPersonAsync(new Fengtai.Identity.Admin.PersonForm { Login = $"a{mark}", Name = "anna" }, Roles.Agent);
        _ben = await app.AddPersonAsync(new Fengtai.Identity.Admin.PersonForm { Login = $"b{mark}", Name = "ben" }, Roles.Agent);
    }

    public async ValueTask DisposeAsync()
    {
        await _here.GoAsync("a");
        await app.Database.ExecuteAsync("delete from tickets.presence", []);
    }

    private async Task<long> LastWriteAsync()
    {
        await using var command = app.Database.Command("select xmin::text::bigint from tickets.presence where page = 'a'");
        return (await command.ListAsync(row => row.GetInt64(0), default))[0];
    }

    /// <summary>What one node knows and tells.</summary>
    private sealed class Node(App app)
    {
        private readonly TicketPresence _presence = new(app.Database, app.Clock);
        private TellPresence? _tell;

        public Task ComeAsync(string page, Person person, Guid ticket) => _presence.ComeAsync(new(page, ticket, new Actor { Id = person.Id }), default);

        public Task WriteAsync(string page) => _presence.WriteAsync(page, true, default);

        public Task GoAsync(string page) => _presence.GoAsync(page);

        /// <summary>Names by page, with a sign for who is writing.</summary>
        public async Task<Dictionary<string, string[]>> NextAsync()
        {
            _tell ??= ActivatorUtilities.CreateInstance<TellPresence>(app.Services, _presence);
            return (await _tell.NextAsync(default)).ToDictionary(p => p.Key, p => p.Value.Select(w => w.Name + (w.IsWriting ? "…" : "")).Order().ToArray());
        }
    }
}
