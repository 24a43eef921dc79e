using Fengtai.Calendars;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>For the auditor a recalculation of clocks is called after the calendar or the policy that was edited.</summary>
internal sealed class AuditedRecomputations(FengtaiDb db, PromiseBook promised, CalendarBook calendars) : AuditedKind
{
    public override string SubjectKind => ClocksRecomputed.SubjectKind;

    public override IReadOnlyList<string> EventKinds => ["clocksRecomputed"];

    public override string EventKey(string eventKind) => $"levels.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => $"levels.data.{member}";

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var (all, times) = (await promised.AllAsync(cancellation), await calendars.ListAsync(cancellation));
        var found = await db.Set<Recomputation>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation);
        return found.ToDictionary(r => r.Id, r => new AuditedName(NameOf(r), actor.May(ServiceLevelPermissions.Administer) ? AddressOf(r) : null));

        string NameOf(Recomputation r) =>
            all.TitleOf(r.PolicyId, r.AgreementId)?.ToString()
            ?? times.FirstOrDefault(c => c.Id == r.CalendarId)?.Name.ToString()
            ?? "";
    }

    private static string? AddressOf(Recomputation of) => of switch
    {
        { PolicyId: { } policy } => $"/admin/service-levels/{policy}",
        { CalendarId: { } calendar } => $"/admin/calendars/{calendar}",
        { AgreementId: { } agreement } => $"/desk/agreements/{agreement}",
        _ => null,
    };
}
