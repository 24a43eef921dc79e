using System.Net;
using AngleSharp.Html.Dom;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Catalog.Admin;

/// <summary>The administrator's pages for categories, without JavaScript.</summary>
public sealed class CategoryPagesTests(App app) : CatalogTest(app), IAsyncLifetime
{
    private const string Editor = "form.form:has([name=name])";
    private const string Move = "form:has([name=from])";
    private Browser _browser = null!;

    public async ValueTask InitializeAsync() => _browser = await App.BrowseAsync(await App.AddPersonAsync($"admin{Guid.NewGuid():N}"[..20], Roles.Administrator));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheCatalogue_ShowsTheTree_InTheReadersLanguage()
    {
        var page = await _browser.OpenAsync("/admin/catalog");
        Assert.Contains("硬件", page.Text);
        Assert.Equal(page.All("tbody tr").Count, (await TreeAsync()).All.Count);

        _browser.Headers.Add("Accept-Language", "en");
        _browser.KeepCookie("fengtai.language", "en");
        Assert.Contains("Hardware", (await _browser.OpenAsync("/admin/catalog")).Text);
    }

    [Fact]
    public async Task ACategory_IsAddedEditedAndMoved()
    {
        var team = await App.AddTeamAsync("lifts-team");
        var hardware = await CategoryAsync("hardware");
        var added = await _browser.SubmitAsync(await _browser.OpenAsync($"/admin/catalog/new?parent={hardware.Id}"), Editor, ("name", "  电梯 "), ("nameEn", "Lifts"), ("team", team.Code), ("icon", "tool"));
        var category = await CategoryAsync("hardware.lifts");
        Assert.Equal($"/admin/catalog/{category.Id}/form", added.Path);
        Assert.Equal(("电梯", team.Id, hardware.Id), (category.Name, category.DefaultTeamId, category.ParentId));

        var edited = await _browser.SubmitAsync(await _browser.OpenAsync($"/admin/catalog/{category.Id}"), Editor, ("keywords", "升降机，lift"), ("type", "incident"), ("hint", "困人请先按警铃"));
        Assert.Equal(HttpStatusCode.OK, edited.Status);
        var moved = await _browser.SubmitAsync(edited, Move, ("parent", ""));
        Assert.Equal(HttpStatusCode.OK, moved.Status);

        var now = (await TreeAsync()).Find(category.Id)!;
        Assert.Equal((null, "困人请先按警铃", "incident", team.Id), (now.ParentId, now.Hint, now.DefaultType, now.DefaultTeamId));
        Assert.Equal(["升降机", "lift"], now.Keywords);
        Assert.Contains("移动", moved.Text);
    }

    [Fact]
    public async Task WhatIsWrong_ComesBackWithWhatWasTyped()
    {
        var page = await _browser.SubmitAsync(await _browser.OpenAsync("/admin/catalog/new"), Editor, ("name", ""), ("nameEn", "<script>alert(1)</script>"), ("code", "Not a code"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("<script>alert(1)</script>", ((IHtmlInputElement)page.One("[name=nameEn]")).Value);
        Assert.Equal("Not a code", ((IHtmlInputElement)page.One("[name=code]")).Value);
        Assert.Equal("true", page.One("[name=name]").GetAttribute("aria-invalid"));
        Assert.Empty(page.All("main script"));
        Assert.Equal(2, page.All(".error-summary li").Count);
        Assert.Contains("请填写「名称」", page.Text);
    }

    [Theory]
    [InlineData("icon", "../../etc", "icon")]
    [InlineData("team", "no-such-team", "team")]
    [InlineData("type", "alert", "type")]
    [InlineData("paperModule", "x", "paperModule")]
    [InlineData("parent", "not-an-id", "parent")]
    public async Task ValuesThatTheFormDoesNotOffer_AreRefused(string field, string value, string named)
    {
        await _browser.OpenAsync("/admin/catalog/new");

        var answer = await _browser.PostFormAsync("/admin/catalog/new", ("name", "Bad"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"href=\"#field-{named}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AStaleForm_TellsWhatChanged_KeepsWhatWasTyped_AndCanBeSentAgain()
    {
        var category = await AddAsync("Staleness");
        var open = await _browser.OpenAsync($"/admin/catalog/{category.Id}");
        await _browser.SubmitAsync(await _browser.OpenAsync($"/admin/catalog/{category.Id}"), Editor, ("nameEn", "Theirs"), ("hintEn", "Their hint"));

        var stale = await _browser.SubmitAsync(open, Editor, ("nameEn", "Mine"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Equal("Mine", ((IHtmlInputElement)stale.One("[name=nameEn]")).Value);
        Assert.Equal("Their hint", ((IHtmlTextAreaElement)stale.One("[name=hintEn]")).Value);
        var notice = stale.One(".notice[role=alert]").TextContent;
        Assert.Contains("Theirs", notice);
        Assert.Contains("Their hint", notice);
        Assert.Equal("Theirs", (await TreeAsync()).Find(category.Id)!.NameEn);

        await _browser.SubmitAsync(stale, Editor);
        var saved = (await TreeAsync()).Find(category.Id)!;
        Assert.Equal(("Mine", "Their hint"), (saved.NameEn, saved.HintEn));
    }

    [Fact]
    public async Task Ordering_IsAButtonInTheList()
    {
        var top = await AddAsync("Ordered");
        var (a, b) = (await AddAsync("First", top.Id), await AddAsync("Second", top.Id));

        await _browser.SubmitAsync(await _browser.OpenAsync("/admin/catalog"), null, ("up", b.Id.ToString()));

        Assert.Equal([b.Id, a.Id], (await TreeAsync()).ChildrenOf(top).Select(c => c.Id));
    }

    [Fact]
    public async Task Deactivating_CanBeUndoneByTheMessage()
    {
        var category = await AddAsync("Undone");

        var off = await _browser.SubmitAsync(await _browser.OpenAsync($"/admin/catalog/{category.Id}"), "form[action$=deactivate]");
        Assert.False((await TreeAsync()).Find(category.Id)!.IsActive);

        await _browser.SubmitAsync(off, ".toast form");
        Assert.True((await TreeAsync()).Find(category.Id)!.IsActive);
    }

    [Theory]
    [InlineData("/admin/catalog/0199c0de-0000-7000-8000-00000000000a")]
    [InlineData("/admin/catalog/0199c0de-0000-7000-8000-00000000000a/form")]
    [InlineData("/admin/catalog/0199c0de-0000-7000-8000-00000000000a/form/new")]
    [InlineData("/admin/catalog/x")]
    public async Task WhatIsNotThere_IsNotFound(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(path)).StatusCode);

    [Fact]
    public async Task WithoutTheFormToken_NothingIsDone()
    {
        var category = await AddAsync("No token");

        var answer = await _browser.PostFormAsync($"/admin/catalog/{category.Id}/deactivate");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await TreeAsync()).Find(category.Id)!.IsActive);
    }

    [Theory]
    [InlineData(Roles.User)]
    [InlineData(Roles.Agent)]
    [InlineData(Roles.Engineer)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Auditor)]
    public async Task OnlyAdministrators_ComeHere(string role)
    {
        var browser = await App.BrowseAsync(await App.AddPersonAsync($"{role}{Guid.NewGuid():N}"[..20], role));

        foreach (var path in new[] { "/admin/catalog", "/admin/catalog/new", "/admin/priority-matrix" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostFormAsync("/admin/catalog/order", ("up", Guid.NewGuid().ToString()))).StatusCode);
    }
}
