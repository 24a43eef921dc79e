using System.Net;
using AngleSharp.Html.Dom;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Catalog.Admin;

/// <summary>The form editor, without JavaScript.</summary>
public sealed class FormPagesTests(App app) : CatalogTest(app), IAsyncLifetime
{
    private const string Editor = "form:has([name=label])";
    private Browser _browser = null!;

    public async ValueTask InitializeAsync() => _browser = await App.BrowseAsync(await App.AddPersonAsync($"admin{Guid.NewGuid():N}"[..20], Roles.Administrator));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AForm_IsBuiltQuestionByQuestion_AndPreviewed()
    {
        var path = await StartAsync("Built");
        await _browser.SubmitAsync(
            await _browser.OpenAsync($"{path}/new"),
            Editor,
            ("label", "什么颜色？"), ("labelEn", "Which colour?"), ("kind", "choice"), ("required", "true"),
            ("optionValue", ""), ("optionLabel", "红"), ("optionLabelEn", "Red"), ("optionValue", ""), ("optionLabel", "其他"), ("optionLabelEn", ""));
        var page = await _browser.SubmitAsync(
            await _browser.OpenAsync($"{path}/new"),
            Editor,
            ("label", "说说看"), ("key", "tell"), ("kind", "longText"), ("whenField", "whichColour"), ("whenValue", "whichColour/qita"), ("whenValue", "other/x"));

        Assert.Equal(path, page.Path);
        var form = (await CategoryAsync("built")).Form!;
        Assert.Equal(["whichColour choice!", "tell longText"], form.Fields.Select(f => $"{f.Key} {FieldDraft.Word(f.Kind)}{(f.Required ? "!" : "")}"));
        Assert.Equal(["red Red", "qita "], form.Find("whichColour")!.Options.Select(o => $"{o.Value} {o.LabelEn}"));
        Assert.Equal(["qita"], form.Find("tell")!.When!.Values);
        Assert.NotNull(page.One(".preview [name='fields.whichColour'][value=red]"));
        Assert.Equal("fields.whichColour", page.One(".preview .field:has([name='fields.tell'])").GetAttribute("data-when-field"));
        Assert.Equal("""["qita"]""", page.One(".preview .field:has([name='fields.tell'])").GetAttribute("data-when-values"));
    }

    [Fact]
    public async Task Steps_MoveAndAddOptions_BeforeAnythingIsSaved()
    {
        var path = await StartAsync("Steps");
        await _browser.SubmitAsync(await _browser.OpenAsync($"{path}/new"), Editor, ("label", "Q"), ("key", "q"), ("kind", "choice"), ("optionValue", "a"), ("optionLabel", "A"), ("optionLabelEn", ""), ("optionValue", "b"), ("optionLabel", "B"), ("optionLabelEn", ""));

        var page = await _browser.SubmitAsync(await _browser.OpenAsync($"{path}/q"), Editor, ("step", "up-1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["B", "A", "", ""], Labels(page));
        Assert.Empty(page.All(".error-summary"));
        Assert.Equal("up-0", page.One("[autofocus]").GetAttribute("value"));

        page = await _browser.SubmitAsync(page, Editor, ("step", "remove-0"));
        Assert.Equal(["A", "", ""], Labels(page));
        Assert.Equal(["a", "b"], (await CategoryAsync("steps")).Form!.Find("q")!.Options.Select(o => o.Value));

        page = await _browser.SubmitAsync(page, Editor, ("step", "look"));
        Assert.NotNull(page.One(".preview [name='fields.q'][value=a]"));

        await _browser.SubmitAsync(page, Editor);
        Assert.Equal(["a"], (await CategoryAsync("steps")).Form!.Find("q")!.Options.Select(o => o.Value));
    }

    [Fact]
    public async Task AQuestionThatSomebodyElseChanged_IsNotOverwrittenUnseen()
    {
        var path = await StartAsync("Unseen");
        await _browser.SubmitAsync(await _browser.OpenAsync($"{path}/new"), Editor, ("label", "原来"), ("key", "q"), ("kind", "text"));
        var open = await _browser.OpenAsync($"{path}/q");
        await _browser.SubmitAsync(await _browser.OpenAsync($"{path}/q"), Editor, ("label", "他们的"));

        var stale = await _browser.SubmitAsync(open, Editor, ("label", "我的"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("他们的", stale.One(".notice[role=alert]").TextContent);
        Assert.Equal("我的", ((IHtmlInputElement)stale.One("[name=label]")).Value);
        await _browser.SubmitAsync(stale, Editor);
        Assert.Equal("我的", (await CategoryAsync("unseen")).Form!.Find("q")!.Label);
    }

    [Fact]
    public async Task Questions_AreOrderedRemovedAndBroughtBack()
    {
        var path = await StartAsync("Arranged");
        foreach (var key in new[] { "a", "b" })
        {
            await _browser.SubmitAsync(await _browser.OpenAsync($"{path}/new"), Editor, ("label", key), ("key", key), ("kind", "text"));
        }

        await _browser.SubmitAsync(await _browser.OpenAsync(path), $"form[action='{path}']", ("down", "a"));
        Assert.Equal(["b", "a"], await KeysAsync("arranged"));
        var removed = await _browser.SubmitAsync(await _browser.OpenAsync(path), $"form[action='{path}']", ("remove", "b"));
        Assert.Equal(["a"], await KeysAsync("arranged"));
        await _browser.SubmitAsync(removed, ".toast form");
        Assert.Equal(["b", "a"], await KeysAsync("arranged"));

        var dropped = await _browser.SubmitAsync(await _browser.OpenAsync(path), "form[action$=drop]");
        Assert.Null((await CategoryAsync("arranged")).Form);
        await _browser.SubmitAsync(dropped, ".toast form");
        Assert.Equal(["b", "a"], await KeysAsync("arranged"));
    }

    [Fact]
    public async Task RemovingWhatAnotherDependsOn_SaysWhy()
    {
        var path = await StartAsync("Depending");
        await _browser.SubmitAsync(await _browser.OpenAsync($"{path}/new"), Editor, ("label", "A"), ("key", "a"), ("kind", "choice"), ("optionValue", "x"), ("optionLabel", "X"), ("optionLabelEn", ""));
        await _browser.SubmitAsync(await _browser.OpenAsync($"{path}/new"), Editor, ("label", "依赖的问题"), ("key", "b"), ("kind", "text"), ("whenField", "a"), ("whenValue", "a/x"));

        var page = await _browser.SubmitAsync(await _browser.OpenAsync(path), $"form[action='{path}']", ("remove", "a"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("依赖的问题", page.One(".error-summary").TextContent);
        Assert.Equal(["a", "b"], await KeysAsync("depending"));
    }

    [Theory]
    [InlineData("label", "", "label")]
    [InlineData("kind", "magic", "kind")]
    [InlineData("key", "Bad key", "key")]
    [InlineData("kind", "choice", "options")]
    [InlineData("whenField", "nothing", "whenField")]
    public async Task WhatIsWrongWithAQuestion_IsSaidAtItsField(string field, string value, string named)
    {
        var path = await StartAsync($"Wrong {named} {value.Length}");
        (string, string?)[] good = [("label", "好"), ("kind", "text")];

        await _browser.OpenAsync($"{path}/new");
        var answer = await _browser.PostFormAsync($"{path}/new", [.. good.Where(g => g.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"href=\"#field-{named}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ACategoryWithoutItsOwnForm_ShowsWhereItComesFrom()
    {
        var hardware = await CategoryAsync("hardware");
        var child = await AddAsync("Plotters", hardware.Id);

        var page = await _browser.OpenAsync($"/admin/catalog/{child.Id}/form");

        Assert.Contains("硬件", page.One(".notice").TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/admin/catalog/{child.Id}/form/new")).StatusCode);
    }

    private async Task<string> StartAsync(string name)
    {
        var category = await AddAsync(name);
        var page = await _browser.SubmitAsync(await _browser.OpenAsync($"/admin/catalog/{category.Id}/form"), "form[action$=start]");
        return page.Path;
    }

    private async Task<IEnumerable<string>> KeysAsync(string category) => (await CategoryAsync(category)).Form!.Fields.Select(f => f.Key);

    private static IEnumerable<string> Labels(Page page) => page.All("[name=optionLabel]").Cast<IHtmlInputElement>().Select(i => i.Value);
}
