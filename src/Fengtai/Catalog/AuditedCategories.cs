using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Texts;
using Microsoft.Extensions.Localization;

namespace Fengtai.Catalog;

/// <summary>What happens to categories and their forms, for the auditor.</summary>
internal sealed class AuditedCategories(Categories categories) : AuditedKind
{
    public override string SubjectKind => Category.SubjectKind;

    public override IReadOnlyList<string> EventKinds =>
    [
        "categoryAdded", "categoryEdited", "categoryMoved", "categoryOrdered", "categoryDeactivated", "categoryActivated",
        "formStarted", "formDropped", "fieldAdded", "fieldEdited", "fieldRemoved", "fieldOrdered",
    ];

    public override string EventKey(string eventKind) => $"catalog.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => member switch
    {
        "name" or "nameEn" or "icon" or "team" or "parent" => $"catalog.{member}",
        "type" => "catalog.type",
        _ => $"catalog.data.{member}",
    };

    public override string? WordKey(string eventKind, string member, string value) => member switch
    {
        "kind" => AuditedWord.Key<FieldKind>(value),
        "type" => $"catalog.type.{value}",
        _ => null,
    };

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        return tree.All.Where(c => ids.Contains(c.Id))
            .ToDictionary(c => c.Id, c => new AuditedName(tree.PathNameOf(c), actor.May(CatalogPermissions.Administer) ? $"/admin/catalog/{c.Id}" : null));
    }

    public override async Task<Guid?> FindAsync(string words, CancellationToken cancellation) => (await categories.TreeAsync(cancellation)).ByCode(words)?.Id;
}

/// <summary>What happens to the priority matrix, for the auditor.</summary>
internal sealed class AuditedMatrix(IStringLocalizer texts) : AuditedKind
{
    public override string SubjectKind => PriorityMatrix.SubjectKind;

    public override IReadOnlyList<string> EventKinds => ["priorityMatrixEdited"];

    public override string EventKey(string eventKind) => $"catalog.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => $"catalog.data.{member.Replace('.', '-')}";

    // a cell is called by its two levels, a meaning by its own
    public override string? WordKey(string eventKind, string member, string value) => AuditedWord.Key<Priority>(value);

    public override Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) => Task.FromResult(
        ids.Contains(PriorityMatrix.TheId)
            ? new Dictionary<Guid, AuditedName> { [PriorityMatrix.TheId] = new(texts["catalog.matrix"], actor.May(CatalogPermissions.Administer) ? "/admin/priority-matrix" : null) }
            : Nameless);
}
