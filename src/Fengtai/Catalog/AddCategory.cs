using Fengtai.Catalog.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog;

/// <summary>Adds a category at the top or below another one, as the last of its siblings.</summary>
internal sealed class AddCategory(Work work, Categories categories)
{
    public async Task<Result<Category>> RunAsync(Guid? parentId, CategoryDetails details, Actor actor, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var parent = tree.Find(parentId);
        if (parentId is { } wanted && parent is null)
        {
            return new UnknownValue("parent", wanted.ToString());
        }
        if (Placement.AgainstAdding(tree, parent) is { } refusal)
        {
            return refusal;
        }
        if (tree.ByCode(details.Code) is not null)
        {
            return new CategoryCodeIsTaken();
        }
        var code = details.Code.Length > 0 ? details.Code : CodeNames.Propose(parent?.Code, Spelling(details), c => tree.ByCode(c) is not null);
        var category = New(parent?.Id, code, tree.ChildrenOf(parent).Select(c => c.Position + 1).DefaultIfEmpty().Max(), details);
        work.HoldPath(tree, parent);
        work.Db.Add(category);
        work.Record(CategoryEvent.Of(category.Id), new CategoryAdded(category.Code, category.Name, category.NameEn, parent?.Id), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => category);
    }

    private static Category New(Guid? parent, string code, int position, CategoryDetails details)
    {
        var category = new Category
        {
            Id = Guid.CreateVersion7(),
            ParentId = parent,
            Code = code,
            Name = details.Name,
            NameEn = details.NameEn,
            Icon = details.Icon,
            Position = position,
        };
        (details with { Code = code }).ApplyTo(category);
        return category;
    }

    private static string Spelling(CategoryDetails details) =>
        details.NameEn.Length > 0 ? details.NameEn : Pinyin.SearchForms(details.Name).Split(' ')[0];
}
