using Fengtai.Audit.Admin;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Ui;

namespace Fengtai.Audit;

/// <summary>Reads what the address asks: who and what is meant, which days in the reader's zone.</summary>
internal sealed class AuditQuestions(IEnumerable<AuditedKind> kinds, People people, Times times)
{
    /// <summary>Null where the address names somebody or something that there is not: then nothing can be found.</summary>
    public async Task<AuditFilter?> ReadAsync(AuditAddress address, int limit, Actor reader, CancellationToken cancellation)
    {
        var actor = await ActorAsync(address, cancellation);
        var subject = await SubjectAsync(address, cancellation);
        if (actor.IsUnknown || subject.IsUnknown)
        {
            return null;
        }
        var kind = (address.Kind ?? "").Split('.', 2);
        return new(limit)
        {
            Actor = actor.Id,
            Subject = subject.Id,
            SubjectKind = address.IsLooks ? null : Given(kind[0]),
            Kind = address.IsLooks ? Given(kind[0]) : kind.Length > 1 ? Given(kind[1]) : null,
            From = times.FromInput(address.From),
            To = times.FromInput(address.To)?.AddDays(1),
            Words = Given(address.Words),
            Unread = [.. kinds.Where(k => !k.MayRead(reader)).Select(k => k.SubjectKind)],
            After = AuditPlace.Read(address.After),
        };
    }

    private async Task<Meant> ActorAsync(AuditAddress address, CancellationToken cancellation)
    {
        if (Guid.TryParse(address.Actor, out var id))
        {
            return new(id, false);
        }
        if (Given(address.Who) is not { } typed)
        {
            return Meant.Nothing;
        }
        var found = await people.MeantAsync(null, typed, cancellation);
        return found.IsRefused ? Meant.Unknown : new(found.Value.Id, false);
    }

    private async Task<Meant> SubjectAsync(AuditAddress address, CancellationToken cancellation)
    {
        if (Given(address.About) is not { } words)
        {
            return Meant.Nothing;
        }
        if (Guid.TryParse(words, out var id))
        {
            return new(id, false);
        }
        foreach (var kind in kinds)
        {
            if (await kind.FindAsync(words, cancellation) is { } found)
            {
                return new(found, false);
            }
        }
        return Meant.Unknown;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace("\0", "", StringComparison.Ordinal).Trim();

    private readonly record struct Meant(Guid? Id, bool IsUnknown)
    {
        public static readonly Meant Nothing = new(null, false);

        public static readonly Meant Unknown = new(null, true);
    }
}
