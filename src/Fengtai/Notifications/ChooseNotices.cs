using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Notifications;

/// <summary>Somebody says which kinds of notices they want.</summary>
internal sealed class ChooseNotices(Work work, IEnumerable<NoticeKind> kinds)
{
    /// <param name="wanted">Names of kinds; what concerns this person and is not named is not wanted.</param>
    public async Task<Result<Done>> RunAsync(IReadOnlyCollection<string> wanted, Actor actor, CancellationToken cancellation)
    {
        var asked = OwnNoticeChoices.For(kinds, actor).ToList();
        if (wanted.FirstOrDefault(w => asked.TrueForAll(k => k.Name != w)) is { } unknown)
        {
            return new UnknownValue("kinds", unknown);
        }
        var said = await work.Db.Set<NoticeChoice>().Where(c => c.PersonId == actor.Id).ToDictionaryAsync(c => c.Kind, cancellation);
        var changed = false;
        foreach (var kind in asked)
        {
            var isWanted = wanted.Contains(kind.Name);
            if (said.TryGetValue(kind.Name, out var choice))
            {
                (changed, choice.Wanted) = (changed || choice.Wanted != isWanted, isWanted);
            }
            else if (isWanted != kind.ByDefault)
            {
                work.Db.Add(new NoticeChoice { PersonId = actor.Id, Kind = kind.Name, Wanted = isWanted });
                changed = true;
            }
        }
        if (!changed)
        {
            return default(Done);
        }
        work.Record(new Subject(NoticeTopic.Kind, actor.Id), new NoticesChosen([.. asked.Select(k => k.Name).Except(wanted)]), actor);
        return await work.SaveAsync(cancellation);
    }
}
