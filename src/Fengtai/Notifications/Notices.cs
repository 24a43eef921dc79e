using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Notifications;

/// <summary>Something that a person is told in the page.</summary>
/// <param name="Kind">The name of a <see cref="NoticeKind"/>.</param>
/// <param name="TextKey">A text of the practice that tells it; kept, so it must stay.</param>
/// <param name="Arguments">What its placeholders stand for.</param>
/// <param name="Href">The page it is about, below the root: <c>/desk/tickets/100042</c>.</param>
public sealed record Told(string Kind, string TextKey, IReadOnlyList<string> Arguments, string Href);

/// <summary>Tells people, as part of the work that gives reason to it. Nobody is told of what they did themselves or do not want to hear.</summary>
public sealed class Notices(Work work, IEnumerable<NoticeKind> kinds)
{
    /// <summary>Leaves out who has been told of that page in this work: one act is many events, and one of them is enough.</summary>
    public async Task TellOnceAsync(IReadOnlyCollection<Guid> people, Told told, Actor by, CancellationToken cancellation)
    {
        if (people.Count > 0)
        {
            var already = work.Db.ChangeTracker.Entries<StoredNotice>().Where(n => n.State == EntityState.Added && n.Entity.Href == told.Href).Select(n => n.Entity.PersonId);
            await TellAsync(people.Except(already), told, by, cancellation);
        }
    }

    public async Task TellAsync(IEnumerable<Guid> people, Told told, Actor by, CancellationToken cancellation)
    {
        foreach (var person in await WhoWantAsync(told.Kind, [.. people.Distinct().Where(p => !by.Is(p))], cancellation))
        {
            work.Db.Add(new StoredNotice
            {
                Id = Guid.CreateVersion7(work.Now),
                PersonId = person,
                At = work.Now,
                Kind = told.Kind,
                TextKey = told.TextKey,
                Arguments = [.. told.Arguments],
                Href = told.Href,
            });
            work.Record(new Subject(NoticeTopic.Kind, person), new NoticeGiven(told.TextKey), by);
        }
    }

    private async Task<IEnumerable<Guid>> WhoWantAsync(string kind, Guid[] people, CancellationToken cancellation)
    {
        if (people.Length == 0)
        {
            return people;
        }
        var usual = kinds.FirstOrDefault(k => k.Name == kind)?.ByDefault ?? true;
        var said = await work.Db.Set<NoticeChoice>().AsNoTracking().Where(c => c.Kind == kind && people.Contains(c.PersonId)).ToDictionaryAsync(c => c.PersonId, c => c.Wanted, cancellation);
        return people.Where(p => said.GetValueOrDefault(p, usual));
    }
}
