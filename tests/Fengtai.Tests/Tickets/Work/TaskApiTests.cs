using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Work;

public sealed class TaskApiTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task CheckList_IsAdded_Ticked_Changed_Ordered_AndRemoved()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "tasks", new { text = "1. 备份数据\n2. 重装系统" });
        await DoAsync(desk.Engineer, number, "tasks", new { tasks = new[] { new { title = "验收", assignee = "mate", due = "2030-01-31", required = true } } });
        Assert.Equal(["备份数据", "重装系统", "验收"], await TitlesAsync(number));

        await DoAsync(desk.Engineer, number, "doTask", new { task = await IdAsync(number, 0) });
        await DoAsync(desk.Agent, number, "changeTask", new { task = await IdAsync(number, 1), title = "重装系统和驱动", assignee = "engineer", due = "2030-01-30" });
        await DoAsync(desk.Agent, number, "orderTasks", new { tasks = new[] { await IdAsync(number, 2) } });
        Assert.Equal(["验收", "备份数据", "重装系统和驱动"], await TitlesAsync(number));
        var list = await TasksAsync(number);
        Assert.Equal((1, 3, 1), (list.GetProperty("done").GetInt32(), list.GetProperty("all").GetInt32(), list.GetProperty("requiredOpen").GetInt32()));
        Assert.Equal("engineer", list.GetProperty("items")[1].GetProperty("doneBy").GetString());
        Assert.Equal("2030-01-30", list.GetProperty("items")[2].GetProperty("due").GetString());

        await DoAsync(desk.Agent, number, "changeTask", new { task = await IdAsync(number, 2), assignee = "", due = "" });
        await DoAsync(desk.Agent, number, "removeTask", new { task = await IdAsync(number, 1) });
        list = await TasksAsync(number);
        Assert.Equal((0, 2), (list.GetProperty("done").GetInt32(), list.GetProperty("all").GetInt32()));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("items")[1].GetProperty("assignee").ValueKind);
        Assert.Equal(["tasksAdded", "tasksAdded", "taskDone", "taskChanged", "tasksOrdered", "taskChanged", "taskRemoved"], (await KindsAsync(desk.Agent, number)).Where(k => k.StartsWith("task", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RequiredTask_HoldsTheSolutionBack()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "tasks", new { text = "验收", required = true });
        var solution = new { solution = "换了搓纸轮", cause = "磨损", tested = "打印正常" };
        Assert.Equal((409, "requiredTasksAreOpen"), await RefusedAsync(desk.Engineer, number, "resolve", solution));
        await DoAsync(desk.Engineer, number, "doTask", new { task = await IdAsync(number, 0) });
        await DoAsync(desk.Engineer, number, "resolve", solution);
    }

    [Fact]
    public async Task BadInput_AndStrangers_AreRefused_AndRequestersSeeNothing()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "tasks", new { text = "备份" });
        var other = await desk.InProgressAsync();
        var task = await IdAsync(number, 0);
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Agent, number, "tasks", new { text = " \n" }));
        Assert.Equal((400, "jsonIsBroken"), await RefusedAsync(desk.Agent, number, "tasks", new { tasks = new object?[] { null } }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Agent, number, "tasks", new { text = "x", assignee = "nobody" }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Agent, number, "tasks", new { text = "x", assignee = "\0" }));
        Assert.Equal((422, "taskAssigneeMayNotRead"), await RefusedAsync(desk.Agent, number, "tasks", new { text = "x", assignee = "other" }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Agent, number, "tasks", new { text = "x", due = "31.1.2030" }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Agent, other, "doTask", new { task }));
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Agent, number, "doTask"));
        Assert.Equal((404, "notFound"), await RefusedAsync(desk.OtherTeam, number, "doTask", new { task }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.User, number, "tasks", new { text = "x" }));
        Assert.Equal(403, (int)(await desk.User.GetAsync($"/api/v1/tickets/{number}/tasks")).StatusCode);
        Assert.Equal(404, (int)(await desk.OtherTeam.GetAsync($"/api/v1/tickets/{number}/tasks")).StatusCode);
        Assert.DoesNotContain((await KindsAsync(desk.User, number)), k => k.StartsWith("task", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoAtOnce_AreBothCounted_AndOneTickCountsOnce()
    {
        var number = await desk.InProgressAsync();
        await Task.WhenAll(DoAsync(desk.Engineer, number, "tasks", new { text = "一" }), DoAsync(desk.Agent, number, "tasks", new { text = "二" }));
        var task = await IdAsync(number, 0);
        var answers = await Task.WhenAll(
            desk.Engineer.PostJsonAsync($"/api/v1/tickets/{number}/doTask", new { task }),
            desk.Agent.PostJsonAsync($"/api/v1/tickets/{number}/doTask", new { task }));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        var list = await TasksAsync(number);
        Assert.Equal((1, 2), (list.GetProperty("done").GetInt32(), list.GetProperty("all").GetInt32()));
    }

    [Fact]
    public async Task Time_IsEntered_Corrected_Removed_AndAddedUp()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "time", new { spent = "1小时30分", work = "onSite", note = "更换搓纸轮" });
        await DoAsync(desk.Agent, number, "time", new { minutes = 20, work = "telephone" });
        var time = await TimeAsync(number);
        Assert.Equal(110, time.GetProperty("minutes").GetInt32());
        var entry = time.GetProperty("items").EnumerateArray().Single(e => e.GetProperty("person").GetString() == "engineer").GetProperty("id").GetGuid();

        Assert.Equal((403, "timeIsSomebodyElses"), await RefusedAsync(desk.Agent, number, "changeTime", new { entry, minutes = 5 }));
        await DoAsync(desk.Engineer, number, "changeTime", new { entry, spent = "1h" });
        Assert.Equal(80, (await TimeAsync(number)).GetProperty("minutes").GetInt32());
        Assert.Equal((403, "timeIsSomebodyElses"), await RefusedAsync(desk.Mate, number, "removeTime", new { entry }));
        await DoAsync(desk.Engineer, number, "removeTime", new { entry });
        Assert.Equal(20, (await TimeAsync(number)).GetProperty("minutes").GetInt32());
        Assert.Equal(["timeSpent", "timeSpent", "timeCorrected", "timeRemoved"], (await KindsAsync(desk.Agent, number)).Where(k => k.StartsWith("time", StringComparison.Ordinal)));
        Assert.DoesNotContain((await KindsAsync(desk.User, number)), k => k.StartsWith("time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BadTime_IsRefused()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Engineer, number, "time"));
        Assert.Equal((422, "timeIsNotUnderstood"), await RefusedAsync(desk.Engineer, number, "time", new { spent = "一会儿" }));
        Assert.Equal((422, "timeIsOutOfRange"), await RefusedAsync(desk.Engineer, number, "time", new { minutes = 1441 }));
        Assert.Equal((422, "timeIsInTheFuture"), await RefusedAsync(desk.Engineer, number, "time", new { minutes = 5, day = "2099-01-01" }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Engineer, number, "removeTime", new { entry = Guid.NewGuid() }));
        Assert.Equal(403, (int)(await desk.User.GetAsync($"/api/v1/tickets/{number}/time")).StatusCode);
    }

    private Task<JsonElement> TasksAsync(long number) => GetAsync(desk.Agent, $"/api/v1/tickets/{number}/tasks");

    private Task<JsonElement> TimeAsync(long number) => GetAsync(desk.Agent, $"/api/v1/tickets/{number}/time");

    private async Task<string[]> TitlesAsync(long number) => [.. (await TasksAsync(number)).GetProperty("items").EnumerateArray().Select(t => t.GetProperty("title").GetString()!)];

    private async Task<Guid> IdAsync(long number, int index) => (await TasksAsync(number)).GetProperty("items")[index].GetProperty("id").GetGuid();

    private static async Task<string[]> KindsAsync(Browser by, long number) =>
        [.. (await GetAsync(by, $"/api/v1/tickets/{number}/events")).EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)];
}
