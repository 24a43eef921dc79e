using System.Globalization;
using System.Text.Json;
using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>A desk that has agreed something with its two teams and a supplier, around the clock.</summary>
public sealed class AgreedDesk(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>Tuesday 9 June 2026, 09:00 in Beijing.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 6, 9, 1, 0, 0, TimeSpan.Zero);

    public ServiceDesk Desk { get; } = new(cluster);

    public Guid Printing { get; private set; }

    public Guid Network { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Desk.InitializeAsync();
        Desk.Clock.Now = Tuesday;
        var teams = await Desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Team>().ToDictionaryAsync(t => t.Code, t => t.Id));
        Printing = (await AddAsync(Ola("打印组", teams["printing"]))).Value;
        Network = (await AddAsync(Ola("网络组", teams["network"], 240))).Value;
        await AddAsync(Uc("联想维保", "联想"));
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    internal Task<Result<Guid>> AddAsync(AgreementDraft draft) => Desk.RunAsync(s => s.GetRequiredService<AddAgreement>().RunAsync(draft, Actor.System, default));

    internal static AgreementDraft Ola(string name, Guid team, int minutes = 120) => new(AgreementKind.Ola, name, "", new(2026, 1, 1), null, null, null, "", 95, [])
    {
        TeamId = team,
        CalendarId = CalendarIds.AlwaysOpen,
        Targets = [.. Enum.GetValues<Priority>().Select(p => new AgreedTarget(p, p == Priority.Urgent ? 60 : minutes, TargetUnit.Minutes))],
        Pauses = [WaitReason.User, WaitReason.Supplier],
    };

    internal static AgreementDraft Uc(string name, string supplier) => Ola(name, Guid.Empty) with { Kind = AgreementKind.Uc, TeamId = null, Supplier = supplier, Targets = [new(Priority.Normal, 240, TargetUnit.Minutes)] };
}

public sealed class AgreementsTests(AgreedDesk agreed) : IClassFixture<AgreedDesk>
{
    private readonly ServiceDesk _desk = agreed.Desk;

    [Fact]
    public async Task Life_ShowsWhoseTimeWasUsed()
    {
        var number = await AcceptedAsync();
        var promised = (await GetAsync(_desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("nextDue").GetProperty("dueAt").GetDateTimeOffset();
        await DoAsync(_desk.Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        Assert.Equal("ola 打印组 printing running 06-09 11:00", await SayAsync(number));
        // the user is promised what they were promised
        await DoAsync(_desk.Engineer, number, "take");
        Assert.Equal(promised, (await GetAsync(_desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("nextDue").GetProperty("dueAt").GetDateTimeOffset());

        At(60);
        await DoAsync(_desk.Engineer, number, "passOn", new { team = "network", reason = "是网络的事" });
        Assert.Equal("ola 打印组 printing met 06-09 11:00; ola 网络组 network running 06-09 14:00", await SayAsync(number));
        At(90);
        await DoAsync(_desk.OtherTeam, number, "passOn", new { team = "printing", assignee = "mate", reason = "网络正常" });
        Assert.Equal("ola 打印组 printing running 06-09 11:30; ola 网络组 network met 06-09 14:00", await SayAsync(number));
        Assert.DoesNotContain("ola", (await GetAsync(_desk.User, $"/api/v1/tickets/{number}/clocks")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supplier_IsNamedInTheWaitAndMeasured()
    {
        var number = await AcceptedAsync();
        var until = AgreedDesk.Tuesday.AddDays(1);
        Assert.Equal((422, "unknownValue"), await RefusedAsync(_desk.Agent, number, "wait", new { reason = "supplier", until, supplier = "别家" }));
        await DoAsync(_desk.Agent, number, "wait", new { reason = "supplier", until, supplier = " 联想 ", note = "已报修" });
        Assert.Equal("uc 联想维保 联想 running 06-09 13:00", await SayAsync(number));

        Assert.Equal("联想", (await WaitAsync(_desk.Agent, number)).GetProperty("supplier").GetString());
        // which one it is, is the desk's affair
        Assert.False((await WaitAsync(_desk.User, number)).TryGetProperty("supplier", out _));

        At(30);
        await DoAsync(_desk.Agent, number, "resume");
        Assert.Equal("uc 联想维保 联想 met 06-09 13:00", await SayAsync(number));
    }

    [Fact]
    public async Task EscalationToASupplier_IsMeasuredToo()
    {
        var number = await AcceptedAsync();
        await DoAsync(_desk.Agent, number, "escalate", new { to = "supplier", reason = "主板坏了", analysis = "换过内存", supplier = "联想" });
        Assert.Equal("uc 联想维保 联想 running 06-09 13:00", await SayAsync(number));
        At(300);
        await DoAsync(_desk.Agent, number, "resolve", new { solution = "换了主板", cause = "主板坏了", tested = "开机正常" });
        Assert.Equal("uc 联想维保 联想 missed 06-09 13:00", await SayAsync(number));
    }

    [Fact]
    public async Task ReopenedTicket_HasNewShares_OfEveryTeam()
    {
        var number = await AcceptedAsync();
        await DoAsync(_desk.Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        At(10);
        await DoAsync(_desk.Engineer, number, "passOn", new { team = "network", reason = "是网络的事" });
        At(20);
        await DoAsync(_desk.Agent, number, "resolve", new { solution = "换了网线", cause = "网线坏了", tested = "能打印" });
        await DoAsync(_desk.User, number, "confirm");
        At(60);
        await DoAsync(_desk.User, number, "reopen", new { reason = "又坏了" });
        At(70);
        await DoAsync(_desk.Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        Assert.Equal("ola 打印组 printing met 06-09 11:00; ola 网络组 network met 06-09 13:10; ola 网络组 network met 06-09 14:00; ola 打印组 printing running 06-09 12:10", await SayAsync(number));
    }

    [Fact]
    public void OlderEvent_WithoutASupplier_IsRead() =>
        Assert.Null(JsonSerializer.Deserialize<WaitStarted>("""{"reason":"supplier","until":"2026-06-10T01:00:00Z"}""", Json.Options)!.Supplier);

    [Fact]
    public async Task EditedAgreement_TakesItsOpenClocksAlong_OfEachPriorityItsOwn()
    {
        var team = await TeamAsync();
        var id = (await agreed.AddAsync(AgreedDesk.Ola("短板组", team.Id))).Value;
        var (normal, urgent) = (await AcceptedAsync(), await AcceptedAsync());
        await DoAsync(_desk.Agent, urgent, "classify", new { impact = "high", urgency = "high", priority = "urgent", reason = "全楼" });
        foreach (var number in new[] { normal, urgent })
        {
            await DoAsync(_desk.Agent, number, "assign", new { team = team.Code });
        }
        await EditAsync(id, d => d with { Targets = [new(Priority.Normal, 180, TargetUnit.Minutes), new(Priority.Urgent, 45, TargetUnit.Minutes)] });
        await FollowAsync();
        Assert.EndsWith("running 06-09 12:00", await SayAsync(normal), StringComparison.Ordinal);
        Assert.EndsWith("running 06-09 09:45", await SayAsync(urgent), StringComparison.Ordinal);

        await EditAsync(id, d => d with { Targets = [new(Priority.Normal, 180, TargetUnit.Minutes)] });
        await FollowAsync();
        Assert.EndsWith("running 06-09 12:00", await SayAsync(normal), StringComparison.Ordinal);
        Assert.EndsWith("cancelled 06-09 09:45", await SayAsync(urgent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAnEditMoves_IsSaidBeforeItIsSaved()
    {
        var team = await TeamAsync();
        var id = (await agreed.AddAsync(AgreedDesk.Ola("先问组", team.Id))).Value;
        var number = await AcceptedAsync();
        await DoAsync(_desk.Agent, number, "assign", new { team = team.Code });
        var keeper = await _desk.BrowseAsync(await _desk.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));
        var (path, form) = ($"/desk/agreements/{id}/edit", $"form[action='/desk/agreements/{id}/edit']");

        var asked = await keeper.SubmitAsync(await keeper.OpenAsync(path), form, ("normal.value", "180"));
        Assert.Equal(422, (int)asked.Status);
        Assert.Contains("1 个中有 1 个会变，其中 1 个推后，最多 1 小时", asked.One(".notice[role=alert]").TextContent);
        Assert.Contains("请填写 1 到", (await keeper.SubmitAsync(asked, form, ("goal", "0"))).Text);
        Assert.EndsWith("running 06-09 11:00", await SayAsync(number), StringComparison.Ordinal);
        var saved = await keeper.SubmitAsync(asked, form, ("confirmed", asked.One("[name=confirmed]").GetAttribute("value")));
        Assert.Equal(200, (int)saved.Status);
        await FollowAsync();
        Assert.EndsWith("running 06-09 12:00", await SayAsync(number), StringComparison.Ordinal);
        // what moves nothing is not asked
        Assert.Equal(200, (int)(await keeper.SubmitAsync(await keeper.OpenAsync(path), form, ("terms", "另议"))).Status);
    }

    [Fact]
    public async Task Deadline_OfATeamsShare_IsToldToItsLead()
    {
        var (lead, team) = (await _desk.AddPersonAsync($"l{Guid.CreateVersion7():N}", Roles.Lead), await TeamAsync());
        await _desk.AddLeadAsync(team.Code, lead);
        await agreed.AddAsync(AgreedDesk.Ola("催办组", team.Id) with { Steps = [new("due", [], StepMoment.Due, 0, [StepAct.TellLead])] });
        var number = await AcceptedAsync();
        await DoAsync(_desk.Agent, number, "assign", new { team = team.Code });
        At(120);
        await _desk.RunRecurringAsync(SweepClocks.Name);
        await _desk.RunRecurringAsync(SweepClocks.Name);
        Assert.Equal(
            ["levels.told.due.ola"],
            await _desk.Database.Command("select text_key from notifications.notices where person_id = $1 and text_key like '%.ola'", lead.Id).ListAsync(r => r.GetString(0), default));
    }

    [Fact]
    public async Task StaleEdit_IsRefused()
    {
        var id = (await agreed.AddAsync(AgreedDesk.Uc("华为维保", "华为"))).Value;
        var stale = await DraftAsync(id);
        await EditAsync(id, d => d with { Contact = "400-822-9999" });
        var done = await _desk.RunAsync(s => s.GetRequiredService<EditAgreement>().RunAsync(id, stale with { Goal = 90 }, Fingerprint.Of(stale), Actor.System, default));
        Assert.IsType<ChangedMeanwhile>(done.Refusal);
        Assert.Equal(95, (await DraftAsync(id)).Goal);
    }

    [Fact]
    public async Task TwoAtOnce_CannotBothAgreeTheSame()
    {
        var team = await TeamAsync();
        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => agreed.AddAsync(AgreedDesk.Ola($"第 {i} 份", team.Id))));
        Assert.Single(added, a => !a.IsRefused);
        Assert.All(added.Where(a => a.IsRefused), a => Assert.IsType<AgreementsContend>(a.Refusal));
    }

    [Fact]
    public async Task Ending_MakesRoomForANewOne_AndLeavesWhatRuns()
    {
        var team = await TeamAsync();
        var id = (await agreed.AddAsync(AgreedDesk.Ola("旧约", team.Id))).Value;
        var number = await AcceptedAsync();
        await DoAsync(_desk.Agent, number, "assign", new { team = team.Code });
        var renewed = AgreedDesk.Ola("新约", team.Id, 30) with { ValidFrom = new(2026, 6, 10) };
        Assert.IsType<AgreementsContend>((await agreed.AddAsync(renewed)).Refusal);
        Assert.Equal("2026-06-08", Assert.IsType<AgreementCannotEndThen>((await EndAsync(id, new(2026, 6, 1))).Refusal).Arguments[0]);
        Assert.False((await EndAsync(id, new(2026, 6, 9))).IsRefused);
        Assert.IsType<AgreementEndsEarlierAlready>((await EndAsync(id, new(2026, 6, 20))).Refusal);
        Assert.False((await agreed.AddAsync(renewed)).IsRefused);

        At(60 * 24);
        var next = await AcceptedAsync(60 * 24);
        await DoAsync(_desk.Agent, next, "assign", new { team = team.Code });
        Assert.Equal($"ola 旧约 {team.Code} missed 06-09 11:00", await SayAsync(number));
        Assert.Equal($"ola 新约 {team.Code} running 06-10 09:30", await SayAsync(next));
        Assert.IsType<NotFound>((await EndAsync(Guid.CreateVersion7(), new(2026, 6, 20))).Refusal);
    }

    [Fact]
    public async Task OneThatHasNotBegun_IsWithdrawn()
    {
        var id = (await agreed.AddAsync(AgreedDesk.Uc("将来", "来年厂商") with { ValidFrom = new(2027, 1, 1) })).Value;
        Assert.False((await EndAsync(id, new(2026, 12, 31))).IsRefused);
        Assert.DoesNotContain("来年厂商", await _desk.RunAsync(s => s.GetServices<ISuppliers>().Single().NamesAsync(default)));
    }

    private Task<Team> TeamAsync() => _desk.AddTeamAsync($"t{Guid.CreateVersion7():N}");

    private Task<Result<Done>> EndAsync(Guid id, DateOnly lastDay) => _desk.RunAsync(s => s.GetRequiredService<EndAgreement>().RunAsync(id, lastDay, Actor.System, default));

    private Task<AgreementDraft> DraftAsync(Guid id) => _desk.RunAsync(async s => AgreementDraft.Of(await s.GetRequiredService<FengtaiDb>().Set<Agreement>().AsNoTracking().SingleAsync(a => a.Id == id)));

    private async Task EditAsync(Guid id, Func<AgreementDraft, AgreementDraft> change)
    {
        var draft = await DraftAsync(id);
        Assert.False((await _desk.RunAsync(s => s.GetRequiredService<EditAgreement>().RunAsync(id, change(draft), Fingerprint.Of(draft), Actor.System, default))).IsRefused);
    }

    /// <summary>The jobs that wait for other nodes to have heard of the change.</summary>
    private Task FollowAsync()
    {
        _desk.Clock.Now += TimeSpan.FromSeconds(3);
        return _desk.RunJobsAsync();
    }

    private void At(int minutes) => _desk.Clock.Now = AgreedDesk.Tuesday.AddMinutes(minutes);

    private async Task<long> AcceptedAsync(int minutes = 0)
    {
        At(minutes);
        var number = Number(await _desk.OpenAsync(_desk.User));
        await DoAsync(_desk.Agent, number, "accept");
        await DoAsync(_desk.Agent, number, "plan", new { text = "先看一下" });
        return number;
    }

    private static async Task<JsonElement> WaitAsync(Browser by, long number) =>
        (await GetAsync(by, $"/api/v1/tickets/{number}/events")).EnumerateArray().Last(e => e.GetProperty("kind").GetString() == "waiting").GetProperty("data");

    /// <summary>The shares, in the order of their starting.</summary>
    private async Task<string> SayAsync(long number) => string.Join("; ", (await GetAsync(_desk.Agent, $"/api/v1/tickets/{number}/clocks")).EnumerateArray()
        .Where(c => c.GetProperty("kind").GetString() is "ola" or "uc")
        .Select(c => $"{c.GetProperty("kind").GetString()} {c.GetProperty("policy").GetString()} {c.GetProperty("party").GetString()} {c.GetProperty("state").GetString()} {c.GetProperty("dueAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}"));
}
