using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Fengtai.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Data;

public sealed class KeptTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Answer_IsReadOnce_AndAgainAfterItWasForgotten()
    {
        var reads = 0;
        var kept = new Kept<string>("thing");
        Task<string> Read() => Task.FromResult($"{++reads}");

        Assert.Equal("1", await kept.GetAsync(Read));
        Assert.Equal("1", await kept.GetAsync(Read));
        new KeptAnswers([kept]).Forget("other");
        Assert.Equal("1", await kept.GetAsync(Read));
        new KeptAnswers([kept]).Forget("thing");
        Assert.Equal("2", await kept.GetAsync(Read));
        new KeptAnswers([kept]).ForgetAll();
        Assert.Equal("3", await kept.GetAsync(Read));
    }

    [Fact]
    public async Task AnswerThatWasBeingReadDuringAChange_IsNotKept()
    {
        var kept = new Kept<string>("thing");
        var old = new TaskCompletionSource<string>();
        var reading = kept.GetAsync(() => old.Task);
        new KeptAnswers([kept]).Forget("thing");
        old.SetResult("old");

        Assert.Equal("old", await reading);
        Assert.Equal("new", await kept.GetAsync(() => Task.FromResult("new")));
    }

    [Fact]
    public async Task TeamsAndEngineers_AreNewWithTheNextQuestion()
    {
        var before = await TeamsAsync();
        await app.AddTeamAsync("kept-1");
        await app.RunAsync(s => s.GetRequiredService<ChangeTeams>().CreateAsync(new() { Code = "kept-2", TeamName = "二组", NameEn = "Two", Line = "second" }, Actor.System, default));
        Assert.Equal(before + 2, await TeamsAsync());

        Assert.DoesNotContain("kept", await EngineersAsync());
        await app.AddPersonAsync("kept", Roles.Engineer);
        Assert.Contains("kept", await EngineersAsync());
    }

    private Task<int> TeamsAsync() => app.RunAsync(async s => (await s.GetRequiredService<Teams>().AllAsync()).Count);

    private Task<List<string>> EngineersAsync() => app.RunAsync(async s =>
        (await s.GetRequiredService<Capabilities>().WhoMayAsync(TicketPermissions.Work, default)).Select(p => p.Login).ToList());
}
