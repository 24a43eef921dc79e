using Fengtai.Catalog;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Catalog.Forms;

namespace Fengtai.Tests.Catalog;

public sealed class ChangeFormTests(App app) : CatalogTest(app)
{
    [Fact]
    public async Task AFormOfItsOwn_BeginsAsACopyOfTheOneAbove()
    {
        var printer = await CategoryAsync("hardware.printer");
        var child = await AddAsync("Label printers", printer.Id);

        await Run((ChangeForm change) => change.StartAsync(child.Id, Administrator, default));

        var own = (await TreeAsync()).Find(child.Id)!.Form!;
        Assert.Equal(printer.Form!.Fields.Select(f => f.Key), own.Fields.Select(f => f.Key));
        Assert.Equal("formStarted", (await EventsAsync(child.Id))[^1].Kind);
    }

    [Fact]
    public async Task Questions_AreAddedEditedOrderedAndRemoved_EachWithItsEvent()
    {
        var category = await EmptyFormAsync("Steps");
        await Change(change => change.AddAsync(category, Choice("what", "x", "y"), Administrator, default));
        await Change(change => change.AddAsync(category, Field("more", when: When("what", "y")), Administrator, default));
        await Change(change => change.AddAsync(category, Field("place", FieldKind.Place), Administrator, default));
        await Change(change => change.EditAsync(category, Field("place", FieldKind.Place, required: true), Fingerprint.Of(Field("place", FieldKind.Place)), Administrator, default));
        await Change(change => change.OrderAsync(category, "place", -2, Administrator, default));
        await Change(change => change.RemoveAsync(category, "more", Administrator, default));

        var form = (await TreeAsync()).Find(category)!.Form!;
        Assert.Equal(["place!", "what"], form.Fields.Select(f => f.Key + (f.Required ? "!" : "")));
        Assert.Equal(["x", "y"], form.Find("what")!.Options.Select(o => o.Value));
        var events = (await EventsAsync(category)).Skip(2).ToList();
        Assert.Equal(["fieldAdded", "fieldAdded", "fieldAdded", "fieldEdited", "fieldOrdered", "fieldRemoved"], events.Select(e => e.Kind));
        Assert.False(events[3].Data.GetProperty("from").GetProperty("required").GetBoolean());
        Assert.Equal("y", events[1].Data.GetProperty("field").GetProperty("when").GetProperty("values")[0].GetString());
    }

    [Fact]
    public async Task ARefusedChange_WritesNothing()
    {
        var category = await EmptyFormAsync("Refused");
        await Change(change => change.AddAsync(category, Choice("what", "x"), Administrator, default));
        await Change(change => change.AddAsync(category, Field("more", when: When("what", "x")), Administrator, default));
        var before = (await EventsAsync(category)).Count;

        var result = await Run<ChangeForm, Result<Done>>(change => change.RemoveAsync(category, "what", Administrator, default));

        Assert.Equal("conditionNeedsAnEarlierChoice", result.Refusal?.Code);
        Assert.Equal(2, (await TreeAsync()).Find(category)!.Form!.Fields.Count);
        Assert.Equal(before, (await EventsAsync(category)).Count);
    }

    [Fact]
    public async Task ChangesAtOnce_LoseNone()
    {
        var category = await EmptyFormAsync("Race");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Run((ChangeForm change) => change.AddAsync(category, Field($"f{i}"), Administrator, default))));

        var kept = (await TreeAsync()).Find(category)!.Form!.Fields.Count;
        Assert.InRange(kept, 1, 6);
        Assert.Equal(kept, results.Count(r => !r.IsRefused));
        Assert.All(results.Where(r => r.IsRefused), r => Assert.Equal(new ChangedMeanwhile(), r.Refusal));
    }

    [Fact]
    public async Task Editing_AQuestionThatSomebodyElseChanged_IsRefused()
    {
        var category = await EmptyFormAsync("Stale");
        var first = Field("q");
        await Change(change => change.AddAsync(category, first, Administrator, default));
        await Change(change => change.AddAsync(category, Field("another"), Administrator, default));
        await Change(change => change.EditAsync(category, first with { Label = "甲" }, Fingerprint.Of(first), Administrator, default));

        var result = await Run((ChangeForm change) => change.EditAsync(category, first with { Label = "乙" }, Fingerprint.Of(first), Administrator, default));

        Assert.Equal(new ChangedMeanwhile(), result.Refusal);
        Assert.Equal("甲", (await TreeAsync()).Find(category)!.Form!.Find("q")!.Label);
    }

    [Fact]
    public async Task ARemovedQuestion_ComesBackWhereItWas_Once()
    {
        var category = await EmptyFormAsync("Restored");
        foreach (var key in new[] { "a", "b", "c" })
        {
            await Change(change => change.AddAsync(category, Field(key), Administrator, default));
        }
        await Change(change => change.RemoveAsync(category, "b", Administrator, default));

        await Change(change => change.RestoreAsync(category, Administrator, default));

        Assert.Equal(["a", "b", "c"], (await TreeAsync()).Find(category)!.Form!.Fields.Select(f => f.Key));
        Assert.Equal(new NothingToRestore(), (await Run((ChangeForm change) => change.RestoreAsync(category, Administrator, default))).Refusal);
    }

    [Fact]
    public async Task ADroppedForm_ComesBack()
    {
        var category = await EmptyFormAsync("Dropped by mistake");
        await Change(change => change.AddAsync(category, Field("q"), Administrator, default));
        await Change(change => change.DropAsync(category, Administrator, default));

        await Change(change => change.RestoreAsync(category, Administrator, default));

        Assert.Equal(["q"], (await TreeAsync()).Find(category)!.Form!.Fields.Select(f => f.Key));
    }

    [Fact]
    public async Task WithoutAFormOfItsOwn_NothingCanBeChanged()
    {
        var category = await AddAsync("Inherits");

        Assert.Equal("categoryHasNoOwnForm", (await Run<ChangeForm, Result<Done>>(change => change.AddAsync(category.Id, Field("q"), Administrator, default))).Refusal?.Code);
    }

    [Fact]
    public async Task ADroppedForm_IsKeptInTheHistory()
    {
        var category = await EmptyFormAsync("Dropped");
        await Change(change => change.AddAsync(category, Field("q"), Administrator, default));

        await Change(change => change.DropAsync(category, Administrator, default));

        Assert.Null((await TreeAsync()).Find(category)!.Form);
        var dropped = (await EventsAsync(category))[^1];
        Assert.Equal(("formDropped", "q"), (dropped.Kind, dropped.Data.GetProperty("form").GetProperty("fields")[0].GetProperty("key").GetString()));
    }

    private async Task<Guid> EmptyFormAsync(string name)
    {
        var category = await AddAsync(name);
        await Run((ChangeForm change) => change.StartAsync(category.Id, Administrator, default));
        return category.Id;
    }

    private async Task Change(Func<ChangeForm, Task<Result<Done>>> change) => Assert.Null((await Run(change)).Refusal);
}
