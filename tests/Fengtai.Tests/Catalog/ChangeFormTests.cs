using Fengtai.Catalog;
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
        await Change(category, (change, version) => change.AddAsync(category, Choice("what", "x", "y"), version, Administrator, default));
        await Change(category, (change, version) => change.AddAsync(category, Field("more", when: When("what", "y")), version, Administrator, default));
        await Change(category, (change, version) => change.AddAsync(category, Field("place", FieldKind.Place), version, Administrator, default));
        await Change(category, (change, version) => change.EditAsync(category, Field("place", FieldKind.Place, required: true), version, Administrator, default));
        await Change(category, (change, version) => change.OrderAsync(category, "place", -2, version, Administrator, default));
        await Change(category, (change, version) => change.RemoveAsync(category, "more", version, Administrator, default));

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
        await Change(category, (change, version) => change.AddAsync(category, Choice("what", "x"), version, Administrator, default));
        await Change(category, (change, version) => change.AddAsync(category, Field("more", when: When("what", "x")), version, Administrator, default));
        var before = (await EventsAsync(category)).Count;

        var result = await TryChange(category, (change, version) => change.RemoveAsync(category, "what", version, Administrator, default));

        Assert.Equal("conditionNeedsAnEarlierChoice", result.Refusal?.Code);
        Assert.Equal(2, (await TreeAsync()).Find(category)!.Form!.Fields.Count);
        Assert.Equal(before, (await EventsAsync(category)).Count);
    }

    [Fact]
    public async Task TwoChangesAtOnce_LoseNone()
    {
        var category = await EmptyFormAsync("Race");
        var version = (await TreeAsync()).Find(category)!.Version;

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Run((ChangeForm change) => change.AddAsync(category, Field($"f{i}"), version, Administrator, default))));

        Assert.Equal(1, results.Count(r => !r.IsRefused));
        Assert.All(results.Where(r => r.IsRefused), r => Assert.Equal(new ChangedMeanwhile(), r.Refusal));
        Assert.Single((await TreeAsync()).Find(category)!.Form!.Fields);
    }

    [Fact]
    public async Task WithoutAFormOfItsOwn_NothingCanBeChanged()
    {
        var category = await AddAsync("Inherits");

        Assert.Equal("categoryHasNoOwnForm", (await TryChange(category.Id, (change, version) => change.AddAsync(category.Id, Field("q"), version, Administrator, default))).Refusal?.Code);
    }

    [Fact]
    public async Task ADroppedForm_IsKeptInTheHistory()
    {
        var category = await EmptyFormAsync("Dropped");
        await Change(category, (change, version) => change.AddAsync(category, Field("q"), version, Administrator, default));

        await Change(category, (change, version) => change.DropAsync(category, version, Administrator, default));

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

    private async Task Change(Guid category, Func<ChangeForm, uint, Task<Result<Done>>> change) => Assert.Null((await TryChange(category, change)).Refusal);

    private async Task<Result<Done>> TryChange(Guid category, Func<ChangeForm, uint, Task<Result<Done>>> change)
    {
        var version = (await TreeAsync()).Find(category)!.Version;
        return await Run((ChangeForm useCase) => change(useCase, version));
    }
}
