using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Notifications;

/// <summary>Which kinds of notices concern somebody, and which of them do they want?</summary>
internal sealed class OwnNoticeChoices(FengtaiDb db, IEnumerable<NoticeKind> kinds)
{
    public async Task<IReadOnlyList<(NoticeKind Kind, bool IsWanted)>> OfAsync(Actor actor, CancellationToken cancellation)
    {
        var said = await db.Set<NoticeChoice>().AsNoTracking().Where(c => c.PersonId == actor.Id).ToDictionaryAsync(c => c.Kind, c => c.Wanted, cancellation);
        return [.. For(kinds, actor).Select(k => (k, said.GetValueOrDefault(k.Name, k.ByDefault)))];
    }

    public static IEnumerable<NoticeKind> For(IEnumerable<NoticeKind> kinds, Actor actor) => kinds.Where(k => actor.May(k.For));
}
