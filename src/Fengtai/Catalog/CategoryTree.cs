namespace Fengtai.Catalog;

/// <summary>The catalogue at one moment, siblings in their order. A category's form, team, type and paper module come from above where it has none.</summary>
public sealed class CategoryTree
{
    private readonly Dictionary<Guid, Category> _byId;
    private readonly ILookup<Guid?, Category> _children;

    public CategoryTree(IEnumerable<Category> categories)
    {
        _byId = categories.ToDictionary(c => c.Id);
        _children = _byId.Values.OrderBy(c => c.Position).ThenBy(c => c.Code, StringComparer.Ordinal).ToLookup(c => c.ParentId);
    }

    public IReadOnlyCollection<Category> All => _byId.Values;

    public IEnumerable<Category> Roots => ChildrenOf(null);

    /// <param name="parent">null: those at the top.</param>
    public IEnumerable<Category> ChildrenOf(Category? parent) => _children[parent?.Id];

    /// <summary>Those of the same parent, itself among them.</summary>
    public IEnumerable<Category> SiblingsOf(Category category) => _children[category.ParentId];

    /// <summary>The category, then what is below it, depth first in order.</summary>
    public IEnumerable<Category> Below(Category top) => ChildrenOf(top).SelectMany(Below).Prepend(top);

    /// <summary>All of them, depth first in order: parents before their children.</summary>
    public IEnumerable<Category> InOrder => Roots.SelectMany(Below);

    public Category? Find(Guid? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    public Category? ByCode(string? code) => _byId.Values.FirstOrDefault(c => c.Code == code);

    /// <summary>From the root down to the category itself.</summary>
    public IReadOnlyList<Category> PathOf(Category category) => [.. Upwards(category).Reverse()];

    public int DepthOf(Category category) => Upwards(category).Count();

    /// <summary>硬件 / 打印机, in the language of the current UI culture.</summary>
    public string PathNameOf(Category category) => string.Join(" / ", PathOf(category).Select(c => c.Title));

    public FormDefinition FormOf(Category category) => Upwards(category).Select(c => c.Form).FirstOrDefault(f => f is not null) ?? FormDefinition.Empty;

    public Guid? TeamOf(Category category) => Upwards(category).Select(c => c.DefaultTeamId).FirstOrDefault(t => t is not null);

    /// <summary>Word of the ticket type that its requests usually are; null leaves it open.</summary>
    public string? TypeOf(Category category) => Upwards(category).Select(c => c.DefaultType).FirstOrDefault(t => t is not null);

    public string? PaperModuleOf(Category category) => Upwards(category).Select(c => c.PaperModule).FirstOrDefault(m => m is not null);

    /// <summary>Whether it is offered: it and everything above it is active.</summary>
    public bool IsOffered(Category category) => Upwards(category).All(c => c.IsActive);

    /// <summary>Only what is offered.</summary>
    public CategoryTree Offered() => new(_byId.Values.Where(IsOffered));

    private IEnumerable<Category> Upwards(Category category)
    {
        for (var at = category; at is not null; at = Find(at.ParentId))
        {
            yield return at;
        }
    }
}
