using System.Net;
using Fengtai.Tests.Tickets.Desk;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Writing;

/// <summary>Names and numbers in notes: who is called, who is not, and what each reader sees.</summary>
public sealed class MentionTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task WhoIsNamed_IsTold_Watches_AndIsShownAsSuch()
    {
        var number = await desk.InProgressAsync();
        var page = await DoAsync(desk.Agent, number, "notes", ("visibility", "internal"), ("text", "@engineer 备件到了吗？@auditor也看看，user@x.example 不算"));
        Assert.Equal(["@engineer", "@auditor"], page.All(".timeline .mention").Select(m => m.TextContent));
        Assert.Equal(2, page.All(".watchers li").Count);
        Assert.Equal("auditor mentioned, engineer mentioned", await TakeToldAsync(number, "auditor", "engineer"));
        Assert.Equal(["@auditor"], (await desk.Auditor.OpenAsync(Address(number))).All(".timeline .mention.own").Select(m => m.TextContent));
        // a second call does not make them watch twice, and a public word is one notice, not two
        page = await DoAsync(desk.Agent, number, "notes", ("visibility", "public"), ("text", "您好，@engineer 马上到"));
        Assert.Equal(2, page.All(".watchers li").Count);
        Assert.Equal("auditor watchedAnswered, engineer mentioned", await TakeToldAsync(number, "auditor", "engineer"));
        Assert.Contains("@engineer", (await desk.User.OpenAsync($"/requests/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNotReadIt_IsNotNamed_AndNothingIsLost()
    {
        var number = await desk.InProgressAsync();
        var refused = await DoAsync(desk.Agent, number, "notes", ("visibility", "internal"), ("text", "@other 来帮忙"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("other 看不到这张工单", refused.Text, StringComparison.Ordinal);
        Assert.Equal("@other 来帮忙", refused.One("textarea[name=text]").TextContent);
        Assert.Empty(refused.All(".watchers li"));
        // given to their team in the same step, they may
        var given = await DoAsync(desk.Agent, number, "assign", ("team", "network"), ("assignee", ""), ("note", "@other 来帮忙"));
        Assert.Equal(HttpStatusCode.OK, given.Status);
        Assert.Single(given.All(".watchers li"));
    }

    [Fact]
    public async Task WhoIsNamedAmongStaff_IsNotToldToTheUser()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Agent, number, "notes", ("visibility", "internal"), ("text", "@auditor 请看"));
        var page = await desk.User.OpenAsync($"/requests/{number}");
        await desk.User.SubmitAsync(page, "form[action$='/notes']", ("text", "@auditor 在吗"));
        page = await desk.User.OpenAsync($"/requests/{number}");
        Assert.Contains("@auditor 在吗", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All(".mention"));
    }

    [Fact]
    public async Task UsersCallNobody()
    {
        var number = await desk.InProgressAsync();
        var page = await desk.User.OpenAsync($"/requests/{number}");
        Assert.Equal(HttpStatusCode.OK, (await desk.User.SubmitAsync(page, "form[action$='/notes']", ("text", "@engineer @other 快点"))).Status);
        Assert.Empty((await desk.Agent.OpenAsync(Address(number))).All(".watchers li, .mention"));
    }

    [Fact]
    public async Task Numbers_AreLinksForThoseWhoMaySeeThem_AndNothingForOthers()
    {
        var (number, theirs, foreign) = (await desk.InProgressAsync(), await desk.OpenAsync("另一件事"), await desk.OpenByOtherTeamAsync());
        var page = await DoAsync(desk.Agent, number, "notes", ("visibility", "public"), ("text", $"与 #{theirs}、#{foreign} 和 #999999 有关"));
        Assert.Equal([Address(theirs), Address(foreign)], Links(page));
        Assert.Equal("打印机卡纸", page.One($".reference[href$='{theirs}']").GetAttribute("title"));
        var own = await desk.User.OpenAsync($"/requests/{number}");
        Assert.Equal([$"/requests/{theirs}"], Links(own));
        Assert.Contains($"#{foreign}", own.Text, StringComparison.Ordinal);
        Assert.Empty(Links(await desk.Engineer.OpenAsync(Address(number))));

        static IEnumerable<string?> Links(Fengtai.Tests.Support.Page page) => page.All(".timeline a.reference").Select(a => a.GetAttribute("href"));
    }

    [Fact]
    public async Task Completion_GivesNamesOfThoseWhoMayRead()
    {
        var number = await desk.InProgressAsync();
        var found = await desk.Agent.OpenAsync($"{Address(number)}/mentionable?q=eng");
        Assert.Equal(["engineer"], found.All("[role=option]").Select(o => o.GetAttribute("data-value")));
        Assert.Empty((await desk.Agent.OpenAsync($"{Address(number)}/mentionable?q=other")).All("[role=option]"));
        Assert.Empty((await desk.OtherTeam.OpenAsync($"{Address(number)}/mentionable?q=eng")).All("[role=option]"));
        var area = (await desk.Agent.OpenAsync(Address(number))).One("#composer textarea");
        Assert.Equal(("drafts completes renders takes", $"{Address(number)}/mentionable"), (area.GetAttribute("data-controller"), area.GetAttribute("data-completes-people-value")));
    }

    private async Task<string> TakeToldAsync(long number, params string[] logins)
    {
        await using var command = desk.Database.CreateCommand(
            """
            with told as (delete from notifications.notices where href = '/desk/tickets/' || $1::text returning *)
            select coalesce(string_agg(p.login || ' ' || replace(n.text_key, 'tickets.news.', ''), ', ' order by p.login, n.text_key), '')
            from told n
            join identity.people p on p.id = n.person_id
            where p.login = any ($2) and n.text_key <> 'tickets.news.assigned'
            """);
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = logins });
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
