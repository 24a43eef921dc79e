using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Tests.Support;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Desk.Board;

/// <summary>A desk with something behind every figure of the board.</summary>
public sealed class BoardDesk(TestCluster cluster) : QueueDesk(cluster)
{
    public Browser Abroad { get; private set; } = null!;

    public Browser Guest { get; private set; } = null!;

    protected override async Task PrepareAsync()
    {
        // old enough for every age, long before all else
        var start = Clock.Now;
        Clock.Now = start.AddDays(-40);
        await base.PrepareAsync();
        Abroad = await this.ProgramAsync(await this.AddPersonAsync(new PersonForm { Login = "abroad", Name = "abroad", TimeZone = "America/New_York" }, Roles.Lead));
        Guest = await this.ProgramAsync(await this.AddPersonAsync(new PersonForm { Login = "sited", Name = "sited", Site = "总部, 二号楼" }));
        foreach (var days in new[] { 20, 5, 2, 1 })
        {
            Clock.Now = start.AddDays(-days);
            await OpenAsync(As("user"), new { subject = $"{days} 天前", description = "慢慢来" });
        }
        Clock.Now = start.AddHours(-7);
        await DoAsync(As("agent"), await OpenAsync(As("user"), new { subject = "一个电话", description = "问密码" }), "resolve", new { solution = "告诉了", firstContact = true });
        var again = await OpenAsync(As("user"), new { subject = "又坏了", description = "还是卡纸", category = "hardware.printer" });
        await DoAsync(As("agent"), again, "accept");
        await DoAsync(As("agent"), again, "assign", new { team = "printing", assignee = "engineer" });
        await SolveAsync(again);
        await DoAsync(As("user"), again, "notSolved", new { reason = "还是不行" });
        Clock.Now = start;
        await SolveAsync(again);
        var foreign = await OpenAsync(Guest, new { subject = "家里的电视", description = "没图像", category = "hardware.printer" });
        await DoAsync(As("agent"), foreign, "accept");
        await DoAsync(As("agent"), foreign, "classify", new { impact = "low", urgency = "low", outOfScope = true });
    }

    private async Task SolveAsync(long number) =>
        await DoAsync(As("engineer"), number, "resolve", new { solution = "换了搓纸轮", cause = "搓纸轮磨损", tested = "连打 20 页" });

    private static async Task<long> OpenAsync(Browser by, object request) => Api.ServiceDesk.Number(await ReadAsync(await by.PostJsonAsync("/api/v1/tickets", request)));
}
