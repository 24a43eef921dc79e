using Fengtai.Catalog;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Catalog;

/// <summary>Adding, editing, moving, ordering and deactivating categories.</summary>
public sealed class CategoriesTests(App app) : CatalogTest(app)
{
    [Fact]
    public async Task Adding_MakesAFreeCode_AndIsTheLastOfItsSiblings()
    {
        var top = await AddAsync("Vehicles");
        var first = await AddAsync("Fork lifts", top.Id);
        var second = await AddAsync("Fork lifts", top.Id);

        var tree = await TreeAsync();
        Assert.Equal(["vehicles", "vehicles.fork-lifts", "vehicles.fork-lifts-2"], tree.Below(tree.Find(top.Id)!).Select(c => c.Code));
        Assert.Equal((0, 1), (first.Position, second.Position));
        Assert.Equal(["categoryAdded"], (await EventsAsync(second.Id)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Adding_WithAChineseNameAlone_SpellsTheCode()
    {
        var added = await Run((AddCategory add) => add.RunAsync(null, new() { Name = "考勤机" }, Administrator, default));

        Assert.Equal("kaoqinji", added.Value.Code);
    }

    [Fact]
    public async Task Adding_ATakenCode_IsRefused()
    {
        await TryAddAsync("Lifts", code: "lifts");

        Assert.Equal("categoryCodeIsTaken", (await TryAddAsync("Other lifts", code: "lifts")).Refusal?.Code);
    }

    [Fact]
    public async Task TwoAtOnce_NeverGetTheSameCode()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAddAsync("Twins", code: "twins")));

        Assert.Equal(1, results.Count(r => !r.IsRefused));
        Assert.All(results.Where(r => r.IsRefused), r => Assert.Equal("categoryCodeIsTaken", r.Refusal?.Code));
    }

    [Fact]
    public async Task Editing_ToATakenCode_IsRefused()
    {
        var category = await AddAsync("Taken from");
        await TryAddAsync("Taken", code: "taken-by-another");

        var result = await Run((EditCategory edit) => edit.RunAsync(category.Id, Details("Taken from", "taken-by-another"), Fingerprint.Of(CategoryDetails.Of(category)), Administrator, default));

        Assert.Equal("categoryCodeIsTaken", result.Refusal?.Code);
    }

    [Fact]
    public async Task Adding_BelowWhatIsNotThere_IsRefused() =>
        Assert.Equal("unknownValue", (await TryAddAsync("Lost", Guid.CreateVersion7())).Refusal?.Code);

    [Fact]
    public async Task Editing_IsInTheHistory_WithFromAndTo()
    {
        var category = await AddAsync("Scales");

        var result = await Run((EditCategory edit) => edit.RunAsync(category.Id, Details("Balances") with { Icon = "tool" }, Fingerprint.Of(CategoryDetails.Of(category)), Administrator, default));

        Assert.False(result.IsRefused);
        var happened = (await EventsAsync(category.Id))[^1];
        Assert.Equal(("categoryEdited", Administrator.Id), (happened.Kind, happened.Actor));
        var changes = happened.Data.GetProperty("changes");
        Assert.Equal(["icon", "name", "nameEn"], changes.EnumerateObject().Select(c => c.Name).Order());
        Assert.Equal(("Scales", "Balances"), (changes.GetProperty("nameEn").GetProperty("from").GetString(), changes.GetProperty("nameEn").GetProperty("to").GetString()));
        Assert.Equal("scales", (await TreeAsync()).Find(category.Id)!.Code);
    }

    [Fact]
    public async Task Editing_WithoutAChange_IsNoEvent()
    {
        var category = await AddAsync("Ovens");

        await Run((EditCategory edit) => edit.RunAsync(category.Id, CategoryDetails.Of(category), Fingerprint.Of(CategoryDetails.Of(category)), Administrator, default));

        Assert.Equal(["categoryAdded"], (await EventsAsync(category.Id)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Editing_WhatSomebodyElseChanged_IsRefused_AndNothingIsWritten()
    {
        var category = await AddAsync("Pumps");
        await Run((EditCategory edit) => edit.RunAsync(category.Id, Details("Water pumps"), Fingerprint.Of(CategoryDetails.Of(category)), Administrator, default));

        var result = await Run((EditCategory edit) => edit.RunAsync(category.Id, Details("Air pumps"), Fingerprint.Of(CategoryDetails.Of(category)), Administrator, default));

        Assert.Equal(new ChangedMeanwhile(), result.Refusal);
        Assert.Equal("Water pumps", (await TreeAsync()).Find(category.Id)!.NameEn);
        Assert.Equal(2, (await EventsAsync(category.Id)).Count);
    }

    [Fact]
    public async Task Moving_TakesAlongWhatIsBelow()
    {
        var (a, b) = (await AddAsync("Move a"), await AddAsync("Move b"));
        var child = await AddAsync("Child", b.Id);

        var result = await Run((MoveCategory move) => move.RunAsync(b.Id, a.Id, null, Administrator, default));

        Assert.False(result.IsRefused);
        var tree = await TreeAsync();
        Assert.Equal([a.Id, b.Id, child.Id], tree.PathOf(tree.Find(child.Id)!).Select(c => c.Id));
        Assert.Equal("categoryMoved", (await EventsAsync(b.Id))[^1].Kind);
    }

    [Fact]
    public async Task Moving_BelowItself_IsRefused()
    {
        var top = await AddAsync("Circle");
        var child = await AddAsync("Below", top.Id);

        Assert.Equal("categoryWouldBeBelowItself", (await Run((MoveCategory move) => move.RunAsync(top.Id, child.Id, null, Administrator, default))).Refusal?.Code);
    }

    [Fact]
    public async Task Moving_WhatSomebodyElseMoved_IsRefused()
    {
        var (a, b, c) = (await AddAsync("Once"), await AddAsync("Twice"), await AddAsync("Thrice"));
        await Run((MoveCategory move) => move.RunAsync(c.Id, a.Id, null, Administrator, default));

        Assert.Equal(new ChangedMeanwhile(), (await Run((MoveCategory move) => move.RunAsync(c.Id, b.Id, null, Administrator, default))).Refusal);
    }

    [Fact]
    public async Task Editing_IsNotStale_BecauseOfWhatHappenedAround()
    {
        var category = await AddAsync("Around");
        await AddAsync("Below it", category.Id);
        await Run((ChangeForm change) => change.StartAsync(category.Id, Administrator, default));

        Assert.False((await Run((EditCategory edit) => edit.RunAsync(category.Id, Details("Edited"), Fingerprint.Of(CategoryDetails.Of(category)), Administrator, default))).IsRefused);
    }

    [Fact]
    public async Task TwoMovesAtOnce_NeverMakeACircle()
    {
        for (var round = 0; round < 10; round++)
        {
            var (a, b) = (await AddAsync("Race a"), await AddAsync("Race b"));

            var results = await Task.WhenAll(
                Run((MoveCategory move) => move.RunAsync(a.Id, b.Id, null, Administrator, default)),
                Run((MoveCategory move) => move.RunAsync(b.Id, a.Id, null, Administrator, default)));

            Assert.Equal(1, results.Count(r => !r.IsRefused));
            Assert.Contains((await TreeAsync()).Roots, r => r.Id == a.Id || r.Id == b.Id);
        }
    }

    [Fact]
    public async Task Ordering_ChangesPlacesAmongSiblings()
    {
        var top = await AddAsync("Order");
        var (a, b, c) = (await AddAsync("A", top.Id), await AddAsync("B", top.Id), await AddAsync("C", top.Id));

        await Run((OrderCategory order) => order.RunAsync(c.Id, -1, Administrator, default));
        await Run((OrderCategory order) => order.RunAsync(a.Id, -1, Administrator, default));

        var tree = await TreeAsync();
        Assert.Equal([a.Id, c.Id, b.Id], tree.ChildrenOf(top).Select(x => x.Id));
        Assert.Equal(["categoryAdded"], (await EventsAsync(a.Id)).Select(e => e.Kind));
        Assert.Equal("categoryOrdered", (await EventsAsync(c.Id))[^1].Kind);
    }

    [Fact]
    public async Task Deactivating_HidesWhatIsBelow_AndCanBeTakenBack()
    {
        var top = await AddAsync("Old things");
        var child = await AddAsync("Fax", top.Id);

        await Run((ActivateCategory activate) => activate.RunAsync(top.Id, active: false, Administrator, default));
        Assert.Null((await Run((Categories categories) => categories.OfferedAsync())).Find(child.Id));
        Assert.NotNull((await TreeAsync()).Find(child.Id));

        await Run((ActivateCategory activate) => activate.RunAsync(top.Id, active: true, Administrator, default));
        Assert.NotNull((await Run((Categories categories) => categories.OfferedAsync())).Find(child.Id));
        Assert.Equal(["categoryAdded", "categoryDeactivated", "categoryActivated"], (await EventsAsync(top.Id)).Select(e => e.Kind));
    }

    [Theory]
    [InlineData(null, "name", "missing")]
    [InlineData("\u0000\u202e ", "name", "missing")]
    [InlineData("41", "name", "textIsTooLong")]
    public void AName_IsThereAndNotTooLong(string? name, string field, string code)
    {
        var refusal = CategoryDetails.Read(new() { Name = name == "41" ? new string('名', 41) : name }, null).Refusal;

        Assert.Equal((field, code), (refusal?.Field, refusal?.Code));
    }

    [Fact]
    public void WhatIsWrongWithDetails_IsSaidAtOnce()
    {
        var result = CategoryDetails.Read(
            new()
            {
                Name = "x",
                Code = "A b",
                Icon = "no-such-icon",
                Hint = new string('h', 301),
                Keywords = string.Join(',', Enumerable.Range(0, 31)),
                Type = "alert",
                PaperModule = "汽车",
            },
            null);

        Assert.Equal(
            ["hint textIsTooLong", "code categoryCodeIsNotUsable", "icon unknownValue", "keywords tooManyKeywords", "type unknownValue", "paperModule unknownValue"],
            result.Refusals.Select(r => $"{r.Field} {r.Code}"));
    }

    [Fact]
    public void Keywords_AreSeparatedAsPeopleSeparateThem() =>
        Assert.Equal(["打印", "复印", "scan", "墨粉 盒"], CategoryDetails.Read(new() { Name = "x", Keywords = "打印，复印、scan; 打印\n墨粉 盒 ,, " }, null).Value.Keywords);
}
