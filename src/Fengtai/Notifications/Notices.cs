using Fengtai.Platform.Access;
using Fengtai.Platform.Events;

namespace Fengtai.Notifications;

/// <summary>Something that a person is told in the page.</summary>
/// <param name="TextKey">A text of the practice that tells it; kept, so it must stay.</param>
/// <param name="Arguments">What its placeholders stand for.</param>
/// <param name="Href">The page it is about, below the root: <c>/desk/tickets/100042</c>.</param>
public sealed record Told(string TextKey, IReadOnlyList<string> Arguments, string Href);

/// <summary>Tells people, as part of the work that gives reason to it. Nobody is told of what they did themselves.</summary>
public sealed class Notices(Work work)
{
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
