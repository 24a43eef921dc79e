using System.Net;
using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Watching;

/// <summary>Staff watch tickets that need not be theirs.</summary>
public sealed class WatcherTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task Watching_IsWrittenDownOnce_AndLeavesTheTicketAsItIs()
    {
        var number = await desk.InProgressAsync();
        var before = (await GetAsync(desk.Agent, Ticket(number))).GetProperty("version").GetUInt32();
        Assert.Equal(["auditor"], await AddAsync(desk.Auditor, number, "me"));
        Assert.Equal(["auditor"], await AddAsync(desk.Auditor, number, "auditor"));
        Assert.Equal(["auditor", "mate"], await AddAsync(desk.Agent, number, "mate"));
        Assert.Equal(before, (await GetAsync(desk.Agent, Ticket(number))).GetProperty("version").GetUInt32());
        Assert.Equal(HttpStatusCode.NoContent, (await RemoveAsync(desk.Auditor, number, "me")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await RemoveAsync(desk.Auditor, number, "me")).StatusCode);
        Assert.Equal(["mate"], await WatchersAsync(desk.Agent, number));
        Assert.Equal(["watched", "watched", "unwatched"], await EventsAsync(desk.Agent, number));
        Assert.Empty(await EventsAsync(desk.User, number));
    }

    [Fact]
    public async Task OnlyWhoReadsItAsStaff_Watches()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal((422, "watcherMayNotRead"), await CodeAsync(await PutAsync(desk.Agent, number, "other")));
        Assert.Equal((422, "watcherMayNotRead"), await CodeAsync(await PutAsync(desk.Agent, number, "user")));
        Assert.Equal((422, "unknownValue"), await CodeAsync(await PutAsync(desk.Agent, number, "nobody")));
        Assert.Equal((404, "notFound"), await CodeAsync(await PutAsync(desk.OtherTeam, number, "me")));
        Assert.Equal((403, "notAllowed"), await CodeAsync(await PutAsync(desk.User, number, "me")));
        Assert.Equal((403, "notAllowed"), await CodeAsync(await RemoveAsync(desk.User, number, "me")));
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync($"{Ticket(number)}/watchers")).StatusCode);
        Assert.Empty(await WatchersAsync(desk.Agent, number));
    }

    [Fact]
    public async Task StaffWhoAreOnlyTheRequesterHere_DoNotWatch()
    {
        var own = Number(await desk.OpenAsync(desk.OtherTeam));
        await DoAsync(desk.Agent, own, "accept");
        await DoAsync(desk.Agent, own, "assign", new { team = "printing" });
        Assert.Equal((404, "notFound"), await CodeAsync(await PutAsync(desk.OtherTeam, own, "me")));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OtherTeam.GetAsync($"{Ticket(own)}/watchers")).StatusCode);
    }

    [Fact]
    public async Task TwoAtOnce_BecomeOneWatcher()
    {
        for (var i = 0; i < 5; i++)
        {
            var number = await desk.InProgressAsync();
            var answers = await Task.WhenAll(PutAsync(desk.Agent, number, "mate"), PutAsync(desk.Auditor, number, "mate"), PutAsync(desk.Engineer, number, "mate"));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
            Assert.Equal(["watched"], await EventsAsync(desk.Agent, number));
        }
    }

    [Fact]
    public async Task Watchers_AreToldOnceOfEachStep_NeverOfTheirOwn_NorOfWhatTheyMayNoLongerRead()
    {
        var number = Number(await desk.OpenAsync(desk.User));
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        await AddAsync(desk.Auditor, number, "me");
        await AddAsync(desk.Engineer, number, "me");
        await desk.TakeToldAsync(number);
        await AddAsync(desk.Engineer, number, "mate");
        Assert.Equal("mate addedAsWatcher", await desk.TakeToldAsync(number));
        await DoAsync(desk.Engineer, number, "notes", new { text = "只给同事看", visibility = "internal" });
        Assert.Equal("", await desk.TakeToldAsync(number));
        await DoAsync(desk.Engineer, number, "wait", new { reason = "user", until = desk.Clock.Now.AddDays(1), question = "什么型号？" });
        Assert.Equal("auditor watchedAnswered, mate watchedAnswered, user asked", await desk.TakeToldAsync(number));
        // who works on it is told that the user wrote, and not a second time as a watcher
        await DoAsync(desk.User, number, "notes", new { text = "HP M428" });
        Assert.Equal("agent userWrote, auditor watchedUserWrote, engineer userWrote, mate watchedUserWrote", await desk.TakeToldAsync(number));
        await DoAsync(desk.Agent, number, "assign", new { team = "network" });
        Assert.Equal("auditor watchedPassedOn, other assignedToTeam", await desk.TakeToldAsync(number));
        await DoAsync(desk.Agent, number, "resolve", new { solution = "已恢复", cause = "纸屑", tested = "连打 20 页" });
        Assert.Equal("auditor watchedResolved, user resolved", await desk.TakeToldAsync(number));
        await DoAsync(desk.User, number, "confirm");
        Assert.Equal("auditor watchedClosed", await desk.TakeToldAsync(number));
    }

    [Fact]
    public async Task WhereATicketGoesOn_ItsWatchersGoOnWatching_AsFarAsTheyMayRead()
    {
        var (merged, survivor) = (await desk.InProgressAsync(), Number(await desk.OpenAsync(desk.Colleague)));
        await AddAsync(desk.Mate, merged, "me");
        await AddAsync(desk.Auditor, merged, "me");
        await AddAsync(desk.Auditor, survivor, "me");
        await AddAsync(desk.Agent, merged, "me");
        await DoAsync(desk.Agent, merged, "merge", new { into = survivor });
        Assert.Equal(["agent", "auditor"], await WatchersAsync(desk.Agent, survivor));
        await DoAsync(desk.Agent, merged, "unmerge");
        Assert.Equal(["agent", "auditor", "mate"], await WatchersAsync(desk.Agent, merged));
    }

    [Fact]
    public async Task TheFilter_FindsWhatSomebodyWatches_ForThoseWhoReadItAsStaff()
    {
        var (watched, other) = (await desk.InProgressAsync(), await desk.InProgressAsync());
        await AddAsync(desk.Mate, watched, "me");
        Assert.Equal([watched], (await NumbersAsync(desk.Mate, "watcher=me")).Intersect([watched, other]));
        Assert.Equal([watched], (await NumbersAsync(desk.Agent, "watcher=mate")).Intersect([watched, other]));
        Assert.Equal([watched], (await NumbersAsync(desk.Engineer, "watcher=myTeams")).Intersect([watched, other]));
        Assert.Equal([other], (await NumbersAsync(desk.Agent, "-watcher=mate")).Intersect([watched, other]));
        Assert.Empty(await NumbersAsync(desk.User, "watcher=mate"));
    }

    private static string Ticket(long number) => $"/api/v1/tickets/{number}";

    private static Task<HttpResponseMessage> PutAsync(Browser by, long number, string login) => by.SendAsync(new(HttpMethod.Put, $"{Ticket(number)}/watchers/{login}"));

    private static Task<HttpResponseMessage> RemoveAsync(Browser by, long number, string login) => by.SendAsync(new(HttpMethod.Delete, $"{Ticket(number)}/watchers/{login}"));

    private static async Task<IReadOnlyList<string?>> AddAsync(Browser by, long number, string login)
    {
        var answer = await PutAsync(by, number, login);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Logins(await ReadAsync(answer));
    }

    private static async Task<IReadOnlyList<string?>> WatchersAsync(Browser by, long number) => Logins(await GetAsync(by, $"{Ticket(number)}/watchers"));

    private static IReadOnlyList<string?> Logins(JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(w => w.GetProperty("login").GetString()).Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<string?>> EventsAsync(Browser by, long number) =>
        [.. (await GetAsync(by, $"{Ticket(number)}/events")).EnumerateArray().Select(e => e.GetProperty("kind").GetString()).Where(k => k is "watched" or "unwatched")];

    private static async Task<IReadOnlyList<long>> NumbersAsync(Browser by, string filter) =>
        [.. (await GetAsync(by, $"/api/v1/tickets?limit=200&{filter}")).GetProperty("items").EnumerateArray().Select(Number)];
}
