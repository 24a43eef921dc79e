using Fengtai.Platform.Access;
using Fengtai.Platform.Events;

namespace Fengtai.Calendars.Admin;

/// <summary>Who changed a calendar or list last, and what?</summary>
internal sealed class CalendarHistory(LatestEvents events, IEnumerable<AuditedKind> kinds)
{
    private const int Shown = 8;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CalendarHistoryLine>> AskAsync(Guid subject, Actor reader, CancellationToken cancellation)
    {
        var rows = await events.OfAsync(subject, Shown, cancellation);
        // people belong to an equal; what it tells the auditor, it tells us
        var people = kinds.FirstOrDefault(k => k.SubjectKind == "person");
        var names = people is null ? null : await people.NamesAsync([.. rows.Select(r => r.Actor).OfType<Guid>().Distinct()], reader, cancellation);
        return [.. rows.Select(r => new CalendarHistoryLine(r.At, r.Actor is { } id ? names?.GetValueOrDefault(id)?.Name : null, r.Kind))];
    }
}

/// <param name="Who">Null for the system.</param>
/// <param name="Kind">Of the event.</param>
public sealed record CalendarHistoryLine(DateTimeOffset At, string? Who, string Kind);
