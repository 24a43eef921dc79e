using Fengtai.Catalog;
using Fengtai.Catalog.Defaults;
using Fengtai.Catalog.Rules;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Ui;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Catalog;

public sealed class DefaultCatalogueTests(App app) : CatalogTest(app)
{
    private static readonly List<Category> All = [.. DefaultCatalogue.Tree.SelectMany(c => c.Categories(null, 0))];

    [Fact]
    public async Task ANewDesk_HasACatalogue_AndAnotherStartAddsNothing()
    {
        var before = (await TreeAsync()).All.Count;

        await App.Services.GetServices<IBeforeReady>().OfType<PlantDefaultCatalogue>().Single().PrepareAsync(_ => { }, default);

        Assert.Equal(All.Count, before);
        Assert.Equal(before, (await TreeAsync()).All.Count);
    }

    [Fact]
    public async Task ItsForms_ComeBackFromTheDatabaseAsTheyAre()
    {
        var stored = await CategoryAsync("hardware.printer");
        var written = All.Single(c => c.Code == "hardware.printer");

        Assert.Equal(written.Form!.Fields.Select(f => (f.Key, f.Label, f.LabelEn, f.Kind, f.Required, f.Options.Count, f.When?.Field)), stored.Form!.Fields.Select(f => (f.Key, f.Label, f.LabelEn, f.Kind, f.Required, f.Options.Count, f.When?.Field)));
    }

    [Fact]
    public void ItsForms_KeepTheRules_AndBurdenNobody()
    {
        foreach (var category in All.Where(c => c.Form is not null))
        {
            Assert.Null(category.Form!.Fields.Aggregate(FormDefinition.Empty, (form, field) => FormRules.Add(form, field).Value).Fields.Except(category.Form.Fields).FirstOrDefault());
            Assert.InRange(category.Form.Fields.Count, 3, 6);
        }
    }

    [Fact]
    public void EverythingIsSaidInBothLanguages()
    {
        var words = All.SelectMany(c => (IEnumerable<(string?, string?)>)[(c.Name, c.NameEn), (c.Hint, c.HintEn), .. (c.Form?.Fields ?? []).SelectMany(f => (IEnumerable<(string?, string?)>)[(f.Label, f.LabelEn), (f.Hint, f.HintEn), .. f.Options.Select(o => ((string?)o.Label, (string?)o.LabelEn))])]);

        Assert.DoesNotContain(words, w => string.IsNullOrEmpty(w.Item1) != string.IsNullOrEmpty(w.Item2));
    }

    [Fact]
    public void ItsCodesIconsTypesAndModules_AreKnown()
    {
        var tree = new CategoryTree(All);
        Assert.All(All, c => Assert.True(CodeNames.IsUsable(c.Code) && Icons.Exists(c.Icon) && (c.DefaultType is null || UsualTypes.All.Contains(c.DefaultType)), c.Code));
        Assert.All(All, c => Assert.Contains(tree.PaperModuleOf(c), PaperModules.All));
        Assert.Equal(All.Count, All.DistinctBy(c => c.Code).Count());
        Assert.Equal(PaperModules.All.Order(), All.Select(c => c.PaperModule).OfType<string>().Distinct().Order());
    }
}
