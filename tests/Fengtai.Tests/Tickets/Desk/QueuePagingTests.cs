using AngleSharp.Dom;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Long lists: every ticket once, forwards and back, in every order.</summary>
public sealed class QueuePagingTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private const int Many = 117;
    private static readonly string[] Levels = ["high", "medium", "low"];

    [Fact]
    public async Task EveryTicket_IsOnOnePage_AndTheWayBackIsTheSame()
    {
        for (var i = 0; i < Many; i++)
        {
            // several of one moment, so that the order needs its tie-breaker
            desk.Clock.Advance(TimeSpan.FromSeconds(i % 3));
            await desk.OpenAsync(desk.Agent, new { subject = $"第 {i} 张", description = "x", requester = "user", impact = Levels[i % 3], urgency = Levels[i % 2] });
        }
        foreach (var sort in new[] { "openedAt", "updatedAt", "nextDue", "priority", "number", "resolvedAt", "closedAt", "openedAt.asc", "updatedAt.asc", "nextDue.desc", "priority.desc", "number.asc", "resolvedAt.asc", "closedAt.asc" })
        {
            var there = new List<string[]>();
            Support.Page page = null!;
            for (string? at = $"/desk?view=all&sort={sort}"; at is not null; at = Link(page, "next"))
            {
                page = await desk.Agent.OpenAsync(at);
                there.Add(Rows(page));
            }
            Assert.Equal([50, 50, 17], there.Select(p => p.Length));
            Assert.Equal(Many, there.SelectMany(p => p).Distinct().Count());

            var back = new List<string[]> { there[^1] };
            for (var at = Link(page, "prev"); at is not null; at = Link(page, "prev"))
            {
                page = await desk.Agent.OpenAsync(at);
                back.Insert(0, Rows(page));
            }
            Assert.Equal(there, back);
        }
    }

    private static string? Link(Support.Page page, string rel) => page.Document.QuerySelector($".pager a[rel={rel}]")?.GetAttribute("href");

    private static string[] Rows(Support.Page page) => [.. page.All("tr[data-row]").Select(r => r.GetAttribute("data-row")!)];
}
