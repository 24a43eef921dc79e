using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Rare words are looked up first, common ones met in the order of the list: both find the same.</summary>
public sealed class WordMatchesTests(QueueDesk desk) : IClassFixture<QueueDesk>
{
    [Theory]
    [InlineData("rarity", 0)]
    [InlineData("frequency", 6_000)]
    public async Task Word_FindsItsTickets_HoweverManyTextsHoldIt(string word, int texts)
    {
        var answer = await desk.As("user").PostJsonAsync("/api/v1/tickets", new { subject = $"the only {word}", description = "一张" });
        var number = ServiceDesk.Number(await ServiceDesk.ReadAsync(answer));
        await using (var command = desk.Database.CreateCommand(
            $"insert into tickets.search (ticket_id, part_id, is_public, words) select id, gen_random_uuid(), true, '''{word}'':1'::tsvector from tickets.tickets, generate_series(1, {texts}) where number = {number}"))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        foreach (var login in (string[])["agent", "lead", "auditor", "user"])
        {
            // the second time it is known to be common
            for (var time = 1; time <= 2; time++)
            {
                var list = await ServiceDesk.ReadAsync(await desk.As(login).GetAsync($"/api/v1/tickets?q={word}"));
                Assert.Equal([number], list.GetProperty("items").EnumerateArray().Select(ServiceDesk.Number));
            }
        }
        Assert.Empty((await ServiceDesk.ReadAsync(await desk.As("other").GetAsync($"/api/v1/tickets?q={word}"))).GetProperty("items").EnumerateArray());
        Assert.Empty((await ServiceDesk.ReadAsync(await desk.As("guest").GetAsync($"/api/v1/tickets?q={word}"))).GetProperty("items").EnumerateArray());
        Assert.DoesNotContain(number, (await ServiceDesk.ReadAsync(await desk.As("agent").GetAsync($"/api/v1/tickets?-q={word}"))).GetProperty("items").EnumerateArray().Select(ServiceDesk.Number));
        (await desk.As("agent").OpenAsync($"/desk?view=all&q={word}")).One($"tr[data-row='{number}']");
    }

    [Fact]
    public async Task Number_IsFoundAmongWords()
    {
        var number = desk.Number("fresh");
        var list = await ServiceDesk.ReadAsync(await desk.As("agent").GetAsync($"/api/v1/tickets?q=%23{number}"));
        Assert.Equal([number], list.GetProperty("items").EnumerateArray().Select(ServiceDesk.Number));
    }
}
