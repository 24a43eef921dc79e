using Fengtai.Platform.Access;
using Fengtai.Platform.Live;

namespace Fengtai.Catalog;

/// <summary>Open administration pages are told of changes by others.</summary>
internal sealed class CategoryTopic : ITopicRule
{
    public string SubjectKind => Category.SubjectKind;

    public Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation) =>
        Task.FromResult(actor.May(CatalogPermissions.Administer) ? Sight.All : Sight.None);
}
