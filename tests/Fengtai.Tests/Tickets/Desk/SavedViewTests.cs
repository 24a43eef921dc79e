using System.Net;
using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Views that people keep: what they show, to whom, and who may change them.</summary>
public sealed class SavedViewTests(QueueDesk desk) : IClassFixture<QueueDesk>
{
    private static readonly string[] TwoColumns = ["number", "team"];
    private static int _names;

    [Fact]
    public async Task List_IsKeptAsItIsShown_AndShowsTheSameAgain()
    {
        var agent = desk.In("agent");
        var page = await agent.OpenAsync("/desk?view=unassigned&-status=accepted&status=open&sort=openedAt");
        var form = await agent.OpenAsync(page.One("main a[href^='/desk/views/new']").GetAttribute("href")!);
        var name = Name();
        var saved = await agent.SubmitAsync(form, "main form", ("name", $" {name} "), ("sharedWith", "me"));
        Assert.Equal(name, saved.One("h1").TextContent);
        Assert.Equal(await desk.ShownAsync("agent", "/desk?view=unassigned&-status=accepted&status=open&sort=openedAt"), desk.Shown(saved));
        Assert.Equal(name, saved.One(".side .views a[aria-current] .word").TextContent);
        Assert.Equal(desk.Shown(saved).Length.ToString(System.Globalization.CultureInfo.InvariantCulture), saved.One(".side .views a[aria-current] .of").TextContent);
        Assert.Equal(["状态：未关闭", "状态不是：已受理"], saved.All(".chip.set .chosen").Select(c => c.TextContent));
    }

    [Fact]
    public async Task ChangedFilters_AreTheAddress_UntilTheViewIsUpdated()
    {
        var id = await SaveAsync("agent", new { name = Name(), filter = "status=open" });
        var agent = desk.In("agent");
        var view = await agent.OpenAsync($"/desk?view={id}");
        var narrowed = await agent.OpenAsync(view.All(".chip.set > .negate")[0].GetAttribute("href")!);
        Assert.Equal($"/desk?view=all&-status=open&from={Short(id)}", narrowed.Path);
        Assert.Equal(["cancelled", "closed"], desk.Shown(narrowed).Order());
        Assert.Equal(9, (await desk.ShownAsync("agent", $"/desk?view={id}")).Length);

        var updated = await agent.SubmitAsync(narrowed, "main form[action$='/filters']");
        Assert.Equal($"/desk?view={Short(id)}", updated.Path);
        Assert.Equal(["cancelled", "closed"], desk.Shown(updated).Order());
    }

    [Theory]
    [InlineData("agent", "me", "", "second engineer auditor lead")]
    [InlineData("engineer", "team:printing", "mate", "second other loner auditor lead")]
    [InlineData("lead", "team:network", "other", "engineer loner manager")]
    [InlineData("lead", "everybody", "agent engineer other loner auditor quality", "")]
    public async Task SharedView_IsInTheRailOfThoseItIsFor_AndNotThereForOthers(string owner, string sharedWith, string readers, string others)
    {
        var id = await SaveAsync(owner, new { name = Name(), filter = "status=open&assignee=me", sharedWith });
        foreach (var login in readers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(owner))
        {
            var page = await desk.As(login).OpenAsync($"/desk?view={id}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(page.All(".side .views a"), a => a.GetAttribute("href") == $"/desk?view={Short(id)}");
        }
        foreach (var login in others.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.As(login).GetAsync($"/desk?view={id}")).StatusCode);
            Assert.DoesNotContain((await desk.As(login).OpenAsync("/desk")).All(".side .views a"), a => a.GetAttribute("href")!.Contains(Short(id), StringComparison.Ordinal));
            Assert.DoesNotContain(await ListAsync(login), v => v.GetProperty("id").GetGuid() == id);
        }
    }

    [Fact]
    public async Task Me_IsTheReader_AndEverybodySeesOnlyTheirOwn()
    {
        var id = await SaveAsync("lead", new { name = Name(), filter = "status=open&assignee=me", sharedWith = "everybody" });
        Assert.Equal(["engineer's", "resolved", "waiting"], (await desk.ShownAsync("engineer", $"/desk?view={id}")).Order());
        Assert.Equal(["mate's"], await desk.ShownAsync("mate", $"/desk?view={id}"));
        var all = await SaveAsync("lead", new { name = Name(), filter = "", sharedWith = "everybody" });
        Assert.Equal(["elsewhere"], await desk.ShownAsync("other", $"/desk?view={all}"));
    }

    [Theory]
    [InlineData("me", "second", 404)]
    [InlineData("me", "lead", 404)]
    [InlineData("me", "user", 403)]
    [InlineData("team:printing", "mate", 403)]
    [InlineData("team:printing", "other", 404)]
    [InlineData("everybody", "second", 403)]
    public async Task OthersView_CannotBeChangedOrDeleted(string sharedWith, string login, int status)
    {
        var owner = sharedWith == "everybody" ? "lead" : sharedWith == "me" ? "agent" : "engineer";
        var id = await SaveAsync(owner, new { name = Name(), filter = "status=open", sharedWith });
        var stranger = desk.As(login);
        await desk.In(login).OpenAsync("/account");
        Assert.Equal(status, (int)(await stranger.SendJsonAsync(HttpMethod.Patch, $"/api/v1/views/{id}", new { name = "mine now" })).StatusCode);
        Assert.Equal(status, (int)(await stranger.SendJsonAsync(HttpMethod.Delete, $"/api/v1/views/{id}", null)).StatusCode);
        foreach (var act in new[] { "", "/filters", "/delete", "/restore" })
        {
            var answer = await desk.In(login).PostFormAsync($"/desk/views/{id}{act}", ("name", "mine now"), ("filter", ""));
            Assert.Equal(act == "/restore" && login != "user" ? 404 : status, (int)answer.StatusCode);
        }
        var kept = Assert.Single(await ListAsync(owner), v => v.GetProperty("id").GetGuid() == id);
        Assert.NotEqual("mine now", kept.GetProperty("name").GetString());
    }

    [Fact]
    public async Task SharedView_IsLookedAfterByThoseWhoMayShareWithAll()
    {
        var id = await SaveAsync("lead", new { name = Name(), sharedWith = "everybody" });
        var changed = await desk.As("manager").SendJsonAsync(HttpMethod.Patch, $"/api/v1/views/{id}", new { filter = "vip=yes" });
        Assert.Equal("vip=yes", (await ServiceDesk.ReadAsync(changed)).GetProperty("filter").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await desk.As("manager").SendJsonAsync(HttpMethod.Delete, $"/api/v1/views/{id}", null)).StatusCode);
        Assert.DoesNotContain(await ListAsync("lead"), v => v.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task DeletedView_CanBeHadBack_ForAWhile()
    {
        var name = Name();
        var id = await SaveAsync("agent", new { name, filter = "status=open" });
        var agent = desk.In("agent");
        var form = await agent.OpenAsync($"/desk/views/{id}");
        var after = await agent.SubmitAsync(form, "form[action$='/delete']");
        Assert.Contains(name, after.One("[data-flash]").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/desk?view={id}")).StatusCode);

        var undone = await agent.SubmitAsync(after, "[data-flash] form");
        Assert.Equal(name, undone.One("h1").TextContent);

        await agent.SendJsonAsync(HttpMethod.Delete, $"/api/v1/views/{id}", null);
        desk.Clock.Advance(Sharing.KeptFor + TimeSpan.FromMinutes(1));
        await desk.RunRecurringAsync(SweepViews.Name);
        desk.Clock.Advance(-Sharing.KeptFor - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PostFormAsync($"/desk/views/{id}/restore")).StatusCode);
    }

    [Fact]
    public async Task Name_IsFreeAgainAfterDeletion_AndItsRestorationIsRefusedThen()
    {
        var name = Name();
        var id = await SaveAsync("agent", new { name });
        Assert.Equal((409, "viewNameIsTaken"), await ServiceDesk.CodeAsync(await desk.As("agent").PostJsonAsync("/api/v1/views", new { name = name.ToUpperInvariant() })));
        await SaveAsync("second", new { name });
        await desk.As("agent").SendJsonAsync(HttpMethod.Delete, $"/api/v1/views/{id}", null);
        await SaveAsync("agent", new { name });
        await desk.In("agent").OpenAsync("/desk");
        Assert.Equal(HttpStatusCode.Conflict, (await desk.In("agent").PostFormAsync($"/desk/views/{id}/restore")).StatusCode);
    }

    [Theory]
    [InlineData("""{ "filter": "status=open" }""", 422, "missing")]
    [InlineData("""{ "name": "  " }""", 422, "missing")]
    [InlineData("""{ "name": "a", "filter": "status=nonsense" }""", 422, "unknownValue")]
    [InlineData("""{ "name": "a", "filter": "colour=red" }""", 422, "unknownValue")]
    [InlineData("""{ "name": "a", "filter": "assignee=nobody.at.all" }""", 422, "unknownValue")]
    [InlineData("""{ "name": "a", "view": "nonsense" }""", 422, "unknownValue")]
    [InlineData("""{ "name": "a", "sort": "subject" }""", 422, "unknownValue")]
    [InlineData("""{ "name": "a", "columns": ["subject", "nonsense"] }""", 422, "unknownValue")]
    [InlineData("""{ "name": "a", "sharedWith": "team:no.such" }""", 422, "unknownValue")]
    [InlineData("""{ "name": "a", "sharedWith": "team:network" }""", 403, "viewIsSharedWithOwnTeamsOnly")]
    [InlineData("""{ "name": "a", "sharedWith": "everybody" }""", 403, "notAllowed")]
    [InlineData("""{ "name": "a", "colour": "red" }""", 400, "jsonMemberIsUnknown")]
    public async Task BadView_IsRefused(string body, int status, string code) =>
        Assert.Equal((status, code), await ServiceDesk.CodeAsync(await desk.As("engineer").PostJsonAsync("/api/v1/views", JsonDocument.Parse(body).RootElement)));

    [Fact]
    public async Task RefusedForm_KeepsWhatWasTyped()
    {
        var agent = desk.In("agent");
        var form = await agent.OpenAsync("/desk/views/new?view=all&status=open");
        var refused = await agent.SubmitAsync(form, "main form", ("name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("status=open", refused.One("input[name=filter]").GetAttribute("value"));
        Assert.NotEmpty(refused.All(".error"));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/desk/views/new?view={Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Order_IsEachPersonsOwn()
    {
        var first = await SaveAsync("lead", new { name = Name(), sharedWith = "everybody" });
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        var ids = new[] { first, await SaveAsync("lead", new { name = Name(), sharedWith = "everybody" }) };
        Assert.Equal(ids, await OrderAsync("quality", ids));
        await desk.In("quality").OpenAsync("/desk");
        await desk.In("quality").PostFormAsync("/desk/views/order", ("views", ids[1].ToString("N")), ("views", "nonsense"), ("views", Guid.NewGuid().ToString()), ("views", ids[0].ToString("N")));
        Assert.Equal(ids.Reverse(), await OrderAsync("quality", ids));
        Assert.Equal(ids, await OrderAsync("auditor", ids));
    }

    [Fact]
    public async Task Columns_AreOnesOwnInEveryView_AndTheViewsWhereItIsOnesOwn()
    {
        var shared = await SaveAsync("lead", new { name = Name(), sharedWith = "everybody", columns = TwoColumns });
        Assert.Equal(["标题", "编号", "处理组"], await ColumnsAsync("second", shared.ToString()));
        await ChooseAsync("second", Short(shared), "subject", "channel");
        Assert.Equal(["标题", "渠道"], await ColumnsAsync("second", shared.ToString()));
        Assert.Equal(["标题", "编号", "处理组"], await ColumnsAsync("agent", shared.ToString()));
        await ChooseAsync("lead", Short(shared), "status", "subject");
        Assert.Equal(["状态", "标题"], await ColumnsAsync("agent", shared.ToString()));

        await ChooseAsync("second", "waiting", "waitReason", "subject", "nonsense");
        Assert.Equal(["挂起原因", "标题"], await ColumnsAsync("second", "waiting"));
        Assert.Equal(10, (await ColumnsAsync("second", "all")).Length);
        Assert.Equal(10, (await ColumnsAsync("agent", "waiting")).Length);
        await desk.In("second").PostFormAsync("/desk/views/columns", ("view", "waiting"), ("usual", "true"), ("return", "/desk"));
        Assert.Equal(10, (await ColumnsAsync("second", "waiting")).Length);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.In("second").PostFormAsync("/desk/views/columns", ("view", Guid.NewGuid().ToString()))).StatusCode);
    }

    [Fact]
    public async Task Columns_AreChosenBesideTheList_AndComeBackToIt()
    {
        var queue = await desk.In("second").OpenAsync("/desk?view=calls&status=resolved");
        var choice = await desk.In("second").OpenAsync(queue.One("a[data-turbo-frame=drawer][href^='/desk/views/columns']").GetAttribute("href")!);
        Assert.Equal("number", choice.All(".sorts input[type=checkbox]")[0].GetAttribute("value"));
        Assert.Equal("/desk?view=calls&status=resolved", choice.One(".sorts").Closest("form")!.QuerySelector("input[name=return]")!.GetAttribute("value"));
        Assert.Equal("/desk", (await desk.In("second").OpenAsync("/desk/views/columns?view=all&return=//evil.example")).One("input[name=return]").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.In("second").GetAsync("/desk/views/columns?view=nonsense")).StatusCode);
    }

    [Fact]
    public async Task View_ThatIsNoLongerUnderstood_SaysSo_AndHasNoCount()
    {
        var id = await SaveAsync("agent", new { name = Name(), filter = "status=open" });
        await using (var command = desk.Database.CreateCommand($"update tickets.views set filter = 'team=gone' where id = '{id}'"))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var page = await desk.As("agent").OpenAsync($"/desk?view={id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Null(page.One(".side .views a[aria-current]").QuerySelector(".of"));
        page.One(".notice.red");
    }

    private async Task<Guid[]> OrderAsync(string login, Guid[] among) =>
        [.. (await ListAsync(login)).Select(v => v.GetProperty("id").GetGuid()).Where(among.Contains)];

    private async Task<string[]> ColumnsAsync(string login, string view) =>
        [.. (await desk.As(login).OpenAsync($"/desk?view={view}&status=open,closed,cancelled")).All("table.queue th:not(.pick)").Select(h => h.TextContent.Trim())];

    private async Task ChooseAsync(string login, string view, params string[] columns)
    {
        await desk.In(login).OpenAsync("/desk");
        var answer = await desk.In(login).PostFormAsync("/desk/views/columns", [("view", view), ("return", "/desk"), .. columns.Select(c => ("columns", (string?)c))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task<Guid> SaveAsync(string login, object view)
    {
        var answer = await desk.As(login).PostJsonAsync("/api/v1/views", view);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await ServiceDesk.ReadAsync(answer)).GetProperty("id").GetGuid();
    }

    private async Task<JsonElement[]> ListAsync(string login) => [.. (await ServiceDesk.GetAsync(desk.As(login), "/api/v1/views")).GetProperty("items").EnumerateArray()];

    private static string Name() => $"视图 {Interlocked.Increment(ref _names)} a";

    private static string Short(Guid id) => id.ToString("N");
}
