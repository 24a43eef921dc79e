using System.Globalization;
using System.Net;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>What is close to its next deadline or past it: marked in every list, in a view of its own, and by a filter.</summary>
public sealed class DueSoonTests(QueueDesk desk) : IClassFixture<QueueDesk>
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    [Theory]
    [InlineData("agent", 0)]
    [InlineData("agent", 50)]
    [InlineData("agent", 300)]
    [InlineData("engineer", 50)]
    [InlineData("auditor", 50)]
    [InlineData("loner", 300)]
    public async Task View_HoldsExactlyWhatIsMarkedElsewhere_InTheOrderOfTheDeadlines(string login, int minutes)
    {
        await LaterAsync(minutes, async () =>
        {
            var all = await desk.As(login).OpenAsync("/desk?view=all&status=open&sort=nextDue");
            var marked = all.All("tr[data-row]:has(.due .red, .due .orange)").Select(r => r.GetAttribute("data-row"));
            var view = await desk.As(login).OpenAsync("/desk?view=dueSoon");
            Assert.Equal(marked, view.All("tr[data-row]").Select(r => r.GetAttribute("data-row")));
            Assert.Equal(view.All("tr[data-row]").Count.ToString(CultureInfo.InvariantCulture), view.One(".tabs a[aria-current] .of").TextContent);
            Assert.Equal(login == "loner" || minutes == 0, view.All("tr[data-row]").Count == 0);
        });
    }

    [Fact]
    public async Task Filter_AndItsOpposite_HoldEachTicketOnce()
    {
        await LaterAsync(50, async () =>
        {
            var (soon, others, turned) = (await NumbersAsync("soon=yes"), await NumbersAsync("soon=no"), await NumbersAsync("-soon=yes"));
            Assert.NotEmpty(soon);
            Assert.NotEmpty(others);
            Assert.Equal(others, turned);
            Assert.Equal((await NumbersAsync("")).Order(), soon.Concat(others).Order());
            Assert.Equal(soon.Length, (await desk.As("agent").OpenAsync("/desk?view=dueSoon")).All("tr[data-row]").Count);
            // what has ended has nothing that could be late
            Assert.Empty(await NumbersAsync("soon=yes&status=closed"));
        });
    }

    [Fact]
    public async Task Filter_IsSaidInTheReadersWords()
    {
        Assert.Equal("即将超时或已超时：是", (await desk.As("agent").OpenAsync("/desk?view=all&soon=yes")).One(".chip.set .chosen").TextContent);
        var answer = await desk.As("agent").GetAsync("/api/v1/tickets?soon=perhaps");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("soon", (await ServiceDesk.ReadAsync(answer)).GetProperty("errors")[0].GetProperty("field").GetString());
    }

    /// <summary>It is kept as a view like any other filter, and counted among the open ones.</summary>
    [Fact]
    public async Task SavedView_OfWhatIsSoon_IsCounted()
    {
        await LaterAsync(50, async () =>
        {
            var soon = await NumbersAsync("soon=yes&status=new");
            await desk.As("second").PostJsonAsync("/api/v1/views", new { name = "新的快超时了", filter = "soon=yes&status=new" });
            var tab = (await desk.As("second").OpenAsync("/desk")).All(".tabs a").Single(a => a.TextContent.Contains("新的快超时了", StringComparison.Ordinal));
            Assert.Equal(soon.Length.ToString(CultureInfo.InvariantCulture), tab.QuerySelector(".of")!.TextContent);
        });
    }

    private async Task<long[]> NumbersAsync(string query) =>
        [.. (await ServiceDesk.GetAsync(desk.As("agent"), $"/api/v1/tickets?{query}")).GetProperty("items").EnumerateArray().Select(ServiceDesk.Number)];

    /// <summary>Other tests of the class look at other times.</summary>
    private async Task LaterAsync(int minutes, Func<Task> look)
    {
        await OneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        var begun = desk.Clock.Now;
        try
        {
            desk.Clock.Now = begun.AddMinutes(minutes);
            await look();
        }
        finally
        {
            desk.Clock.Now = begun;
            OneAtATime.Release();
        }
    }
}
