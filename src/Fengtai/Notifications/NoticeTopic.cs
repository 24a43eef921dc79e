using Fengtai.Platform.Access;
using Fengtai.Platform.Live;

namespace Fengtai.Notifications;

/// <summary>Everybody watches their own notices and nobody else's.</summary>
internal sealed class NoticeTopic : ITopicRule
{
    public const string Kind = "notice";

    public string SubjectKind => Kind;

    public static string Of(Guid person) => $"{Kind}:{person}";

    public Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation) =>
        Task.FromResult(subject is { } person && actor.Is(person) ? Sight.All : Sight.None);
}
