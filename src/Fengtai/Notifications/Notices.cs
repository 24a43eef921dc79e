using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Notifications;

/// <summary>Something that a person is told in the page.</summary>
/// <param name="TextKey">A text of the practice that tells it; kept, so it must stay.</param>
/// <param name="Arguments">What its placeholders stand for.</param>
/// <param name="Href">The page it is about, below the root: <c>/desk/tickets/100042</c>.</param>
public sealed record Told(string TextKey, IReadOnlyList<string> Arguments, string Href);

/// <summary>Tells people, as part of the work that gives reason to it. Nobody is told of what they did themselves.</summary>
public sealed class Notices(Work work)
{
    /// <summary>The same for those who have not been told of that page in this work: one act is many events, and one of them is enough.</summary>
    public void TellOnce(IEnumerable<Guid> people, Told told, Actor by)
    {
        var all = people.ToList();
        if (all.Count > 0)
        {
            var already = work.Db.ChangeTracker.Entries<StoredNotice>().Where(n => n.State == EntityState.Added && n.Entity.Href == told.Href).Select(n => n.Entity.PersonId).ToHashSet();
            Tell(all.Where(p => !already.Contains(p)), told, by);
        }
    }

    public void Tell(IEnumerable<Guid> people, Told told, Actor by)
    {
        foreach (var person in people.Distinct().Where(p => !by.Is(p)))
        {
            work.Db.Add(new StoredNotice
            {
                Id = Guid.CreateVersion7(work.Now),
                PersonId = person,
                At = work.Now,
                TextKey = told.TextKey,
                Arguments = [.. told.Arguments],
                Href = told.Href,
            });
            work.Record(new Subject(NoticeTopic.Kind, person), new NoticeGiven(told.TextKey), by);
        }
    }
}
