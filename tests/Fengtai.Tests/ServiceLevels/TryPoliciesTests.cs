using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>Policies tried on tickets that are past.</summary>
public sealed class TryPoliciesTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private const string Home = "/admin/service-levels";

    /// <summary>A life without these says little.</summary>
    private static readonly string[] Lived = ["absorbed", "released", "classified", "waiting", "resumed", "resolved", "notSolved", "reopened", "passedOn", "called"];

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task RandomLives_AreToldAgainAsTheyWere(int seed)
    {
        var (random, numbers) = (new Random(seed), new List<long>());
        desk.Clock.Now = new DateTimeOffset(2026, 4, 7, 1, 0, 0, TimeSpan.Zero).AddDays(seed * 30);
        for (var step = 0; step < 150; step++)
        {
            desk.Clock.Now += TimeSpan.FromMinutes(random.Next(1, 400));
            if (numbers.Count < 3 || random.Next(9) == 0)
            {
                numbers.Add(Number(await desk.OpenAsync(random.Next(3) == 0 ? desk.Agent : desk.User, random.Next(4) switch
                {
                    0 => (object)new { subject = "电话报修", description = "没有声音", requester = "user", channel = "phone" },
                    _ => new { subject = "打印机卡纸", description = "一直卡纸" },
                })));
                continue;
            }
            // what the rules refuse does not happen; then something else does
            for (var (tries, done) = (0, false); tries < 5 && !done; tries++)
            {
                var number = numbers[^random.Next(1, Math.Min(numbers.Count, 5) + 1)];
                var (by, act, input) = Act(random, numbers, number);
                done = (await by.PostJsonAsync($"/api/v1/tickets/{number}/{act}", input)).IsSuccessStatusCode;
            }
        }
        await desk.RunRecurringAsync(SweepClocks.Name);
        var ids = await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Ticket>().Where(t => numbers.Contains(t.Number)).Select(t => t.Id).ToListAsync());
        await RecordedClocks.AreToldAgainAsync(desk, ids);
        var happened = await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<EventRow>().Where(e => ids.Contains(e.SubjectId)).Select(e => e.Kind).Distinct().ToListAsync());
        Assert.Empty(Lived.Except(happened));
    }

    [Fact]
    public async Task Trial_SaysWhatWouldHaveBeenMet_AndStoresNothing()
    {
        desk.Clock.Now = new(2025, 9, 2, 1, 0, 0, TimeSpan.Zero);
        var (quick, slow) = (await AnsweredAsync(10), await AnsweredAsync(40));
        desk.Clock.Now = desk.Clock.Now.AddDays(3);
        await desk.RunRecurringAsync(SweepClocks.Name);
        var before = await ContentAsync();

        var trial = await TryAsync(d => d with { Targets = [new(ClockKind.FirstResponse, 30, TargetUnit.Minutes), .. d.Targets.Where(t => t.Kind is not (ClockKind.FirstResponse or ClockKind.Plan))] });

        Assert.Equal((2, 0, false, false), (trial.Tickets, trial.Others, trial.IsBounded, trial.IsSame));
        Assert.Equal("2/0 → 1/1", Said(trial, ClockKind.FirstResponse, Priority.Normal));
        Assert.Equal("0/2 → 0/0", Said(trial, ClockKind.Plan, null));
        Assert.True(trial.Lines.Single(l => l is { Kind: ClockKind.NextUpdate, Priority: null }).IsSame);
        Assert.Equal(before, await ContentAsync());

        // a policy of its own, first of all
        var own = await desk.RunAsync(async s => await s.GetRequiredService<AddPolicy>().DraftAsync(
            new("电话", "", PolicyConditions.None with { Channels = [Channel.Api] }, CalendarIds.AlwaysOpen, [new(ClockKind.FirstResponse, 5, TargetUnit.Minutes)], [], []), null, default));
        var tried = await desk.RunAsync(s => s.GetRequiredService<TryPolicies>().RunAsync(own.Value, TimeZoneInfo.Utc, most: 1, default));
        Assert.Equal((1, 1, true), (tried.Tickets, tried.Others, tried.IsBounded));
        Assert.Equal("1/0 → 0/1", Said(tried, ClockKind.FirstResponse, null));
        Assert.Equal(before, await ContentAsync());
        Assert.NotEqual(quick, slow);
    }

    [Fact]
    public async Task Trial_IsLeftOffWhenTheReaderGoesAway()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.RunAsync(async s => await s.GetRequiredService<TryPolicies>().RunAsync([], TimeZoneInfo.Utc, gone.Token)));
    }

    [Fact]
    public async Task Page_ShowsIt_AndWhatIsWrongAsSavingWould()
    {
        desk.Clock.Now = new(2026, 1, 6, 1, 0, 0, TimeSpan.Zero);
        await AnsweredAsync(40);
        desk.Clock.Now = desk.Clock.Now.AddDays(1);
        var keeper = await desk.BrowseAsync(await desk.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));
        var policy = await NormalAsync();

        var tried = await SubmitAsync(keeper, $"{Home}/{policy.Id}", ("firstResponse.value", "30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.Status);
        Assert.Contains("试算了 1 张工单（2025-10-09 至 2026-01-06 提交）", tried.One(".trial").TextContent);
        Assert.Contains("100% 达标 1，超时 0", tried.Text);
        Assert.Contains("0.0% 达标 0，超时 1", tried.Text);
        Assert.Equal("30", tried.One("[name='firstResponse.value']").GetAttribute("value"));
        Assert.Equal(policy.Version, (await NormalAsync()).Version);

        var wrong = await SubmitAsync(keeper, $"{Home}/{policy.Id}", ("firstResponse.value", "0"));
        Assert.Contains("1 到", wrong.One("#field-firstResponse-value-error").TextContent);
        Assert.Empty(wrong.All(".trial"));
        var fresh = await SubmitAsync(keeper, $"{Home}/new", ("name", "试一试"), ("sites", "试一试"), ("resolution.value", "10"));
        Assert.Contains("结果与现行策略完全一样", fresh.One(".trial").TextContent);
        Assert.Contains("没有工单会用到", (await SubmitAsync(keeper, $"{Home}/new", ("name", "晚"), ("priorities", "urgent"), ("resolution.value", "10"), ("after", (await desk.RunAsync(async s => (await s.GetRequiredService<PolicyBook>().AllAsync(default)).InOrder[^1].Id)).ToString()))).Text);

        var lead = await desk.BrowseAsync(await desk.AddPersonAsync($"l{Guid.CreateVersion7():N}", Roles.Lead));
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.PostFormAsync($"{Home}/{policy.Id}/try")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.PostFormAsync($"{Home}/new/try")).StatusCode);
    }

    private static (Browser By, string Act, object Input) Act(Random random, List<long> numbers, long number, ServiceDesk of) => random.Next(27) switch
    {
        0 or 1 => (of.Agent, "accept", new { }),
        2 => (of.Agent, "classify", new { impact = "high", urgency = "high", priority = "urgent", reason = "全楼" }),
        3 => (of.Agent, "classify", new { impact = "low", urgency = "low", priority = "low", reason = "不急" }),
        4 => (of.Agent, "assign", new { team = "printing", assignee = "engineer" }),
        5 => (of.Agent, "assign", new { team = "network" }),
        6 => (of.Engineer, "take", new { }),
        7 => (of.Engineer, "start", new { }),
        8 or 9 => (of.Agent, "notes", new { text = "在看", visibility = "public" }),
        10 or 11 => (of.User, "notes", new { text = "还是不行", visibility = "public" }),
        12 => (of.Agent, "contact", new { by = "phone", note = "打过电话" }),
        13 => (of.Agent, "plan", new { text = "明天换一台" }),
        14 => (of.Agent, "wait", new { reason = "parts", until = of.Clock.Now.AddDays(2), note = "等硒鼓" }),
        15 => (of.Agent, "resume", new { }),
        16 or 17 => (of.Agent, "resolve", new { solution = "换了硒鼓", cause = "硒鼓坏了", tested = "打印测试页" }),
        18 => (of.User, "notSolved", new { reason = "还是卡" }),
        19 => (of.User, "confirm", new { }),
        20 => (of.User, "reopen", new { reason = "又卡了" }),
        21 => (of.Agent, "merge", new { into = numbers.FindLast(n => n != number) }),
        22 => (of.Agent, "unmerge", new { }),
        23 => (of.Agent, "passOn", new { team = "printing", reason = "是打印机" }),
        24 => (of.Agent, "call", new { outcome = "notReached", note = "没人接" }),
        25 => (of.Agent, "promise", new { text = "后天修好", by = of.Clock.Now.AddDays(2) }),
        _ => (of.Agent, "close", new { code = "selfRecovered", note = "自己好了" }),
    };

    private (Browser By, string Act, object Input) Act(Random random, List<long> numbers, long number) => Act(random, numbers, number, desk);

    /// <summary>Asked at nine and answered so many minutes later; no plan was given.</summary>
    private async Task<long> AnsweredAsync(int minutes)
    {
        var start = desk.Clock.Now;
        var number = Number(await desk.OpenAsync(desk.User));
        desk.Clock.Now = start.AddMinutes(minutes);
        await DoAsync(desk.Agent, number, "notes", new { text = "马上来看", visibility = "public" });
        desk.Clock.Now = start;
        return number;
    }

    private Task<Policy> NormalAsync() => desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Policy>().AsNoTracking().SingleAsync(p => p.NameEn == "Normal"));

    private async Task<PolicyTrial> TryAsync(Func<PolicyDraft, PolicyDraft> change)
    {
        var policy = await NormalAsync();
        var draft = PolicyDraft.Of(policy);
        return await desk.RunAsync(async s =>
        {
            var all = await s.GetRequiredService<EditPolicy>().DraftAsync(policy.Id, change(draft), Fingerprint.Of(draft), default);
            return await s.GetRequiredService<TryPolicies>().RunAsync(all.Value, TimeZoneInfo.Utc, default);
        });
    }

    private static string Said(PolicyTrial trial, ClockKind kind, Priority? priority) =>
        trial.Lines.Single(l => l.Kind == kind && l.Priority == priority) is var line ? $"{line.Before.Met}/{line.Before.Missed} → {line.After.Met}/{line.After.Missed}" : "";

    /// <summary>Presses the second button.</summary>
    private static async Task<Page> SubmitAsync(Browser keeper, string path, params (string Name, string? Value)[] fields)
    {
        var page = await keeper.OpenAsync(path);
        page.One($"form[action='{path}']").SetAttribute("action", page.One("button[formaction]").GetAttribute("formaction")!);
        return await keeper.SubmitAsync(page, $"form[action='{path}/try']", fields);
    }

    /// <summary>Every row of every table.</summary>
    private Task<string> ContentAsync() => desk.RunAsync(async s =>
    {
        var db = s.GetRequiredService<FengtaiDb>().Database;
        var tables = await db.SqlQuery<string>($"select format('%I.%I', schemaname, tablename) as \"Value\" from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1").ToListAsync();
        var content = new List<string>();
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // names from the catalogue
            content.Add($"{table} {(await db.SqlQueryRaw<string>($"select coalesce(md5(string_agg(t::text || t.xmin::text, ',' order by t::text)), '') as \"Value\" from {table} t").ToListAsync())[0]}");
#pragma warning restore EF1002
        }
        return string.Join('\n', content);
    });
}
