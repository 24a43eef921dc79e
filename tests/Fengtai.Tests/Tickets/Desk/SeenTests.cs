using System.Net;
using Fengtai.Tests.Support;
using Fengtai.Tickets;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

public sealed class SeenTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    private const string Seen = "/desk/seen";

    [Fact]
    public async Task OpenedTickets_AreListed_TheLatestFirst_ForWhoOpenedThem()
    {
        var (first, second) = (await desk.OpenAsync(), await desk.OpenAsync());
        foreach (var number in new[] { first, second, first })
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await desk.Agent.OpenAsync(Address(number));
        }
        await EventuallyAsync(desk.Agent, shown => shown.Take(2).SequenceEqual([first, second]));
        Assert.DoesNotContain(first, await ShownAsync(desk.SecondAgent));
    }

    [Fact]
    public async Task PageFetchedAhead_IsSeenOnlyOnceItIsShown()
    {
        var number = await desk.OpenAsync();
        var ahead = new HttpRequestMessage(HttpMethod.Get, Address(number));
        ahead.Headers.Add("X-Sec-Purpose", "prefetch");
        using var answer = await desk.Agent.SendAsync(ahead);
        Assert.Contains($"""<turbo-frame id="seen" src="{Address(number)}/seen" """, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var later = await desk.OpenAsync();
        await desk.Agent.OpenAsync(Address(later));
        await EventuallyAsync(desk.Agent, shown => shown.Contains(later));
        Assert.DoesNotContain(number, await ShownAsync(desk.Agent));

        Assert.DoesNotContain("<turbo-frame id=\"seen\"", (await desk.SecondAgent.OpenAsync(Address(number))).Html, StringComparison.Ordinal);
        await desk.Agent.OpenAsync($"{Address(number)}/seen");
        await EventuallyAsync(desk.Agent, shown => shown.Contains(number));
    }

    [Fact]
    public async Task TicketThatWentToAnotherTeam_IsNotShownAnyMore_NorIsTheLookOfWhoMayNotSeeIt()
    {
        var number = await desk.InProgressAsync();
        await desk.Engineer.OpenAsync(Address(number));
        await EventuallyAsync(desk.Engineer, shown => shown.Contains(number));

        await DoAsync(desk.Agent, number, "assign", ("team", "network"), ("assignee", "other"));
        Assert.DoesNotContain(number, await ShownAsync(desk.Engineer));
        Assert.DoesNotContain($"{number}", (await desk.Engineer.OpenAsync("/palette")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Engineer.GetAsync($"{Address(number)}/seen")).StatusCode);
    }

    [Fact]
    public async Task OfManyTickets_TheLastFiftyAreKept()
    {
        var numbers = new List<long>();
        for (var i = 0; i < RememberSeen.Kept + 3; i++)
        {
            numbers.Add(await desk.OpenAsync());
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await desk.Auditor.OpenAsync(Address(numbers[i]));
        }
        await EventuallyAsync(desk.Auditor, shown => shown.SequenceEqual(numbers.AsEnumerable().Reverse().Take(RememberSeen.Kept)));
    }

    private static async Task<long[]> ShownAsync(Browser browser) =>
        [.. (await browser.OpenAsync(Seen)).All("a[data-row]").Select(a => long.Parse(a.GetAttribute("data-row")!, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Looks are written beside the request.</summary>
    private static async Task EventuallyAsync(Browser browser, Func<long[], bool> holds)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (holds(await ShownAsync(browser)))
            {
                return;
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"Shown are {string.Join(' ', await ShownAsync(browser))}.");
    }
}
