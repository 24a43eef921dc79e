using Fengtai.Calendars;
using Fengtai.Catalog;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>How much of a ticket's time is a team's or a supplier's.</summary>
/// <param name="Pauses">Words of the waits that stop it.</param>
internal sealed record Share(Guid AgreementId, Target Target, IReadOnlySet<string> Pauses);

/// <summary>What is agreed for a ticket as it is, and with whom it is.</summary>
/// <param name="path">Its category and all above it, from the top.</param>
internal sealed class Agreed(AgreementList all, IReadOnlyList<Guid> path, Priority priority, Whereabouts where, Func<Guid, WorkingTime> calendars)
{
    public static readonly Agreed Nothing = new(new([]), [], Priority.Normal, default, _ => throw new InvalidOperationException("What is not agreed is not counted."));

    /// <summary>Who has it; null where nobody works on it.</summary>
    public Guid? Team => where is { IsInWork: true, Team: { } team } ? team : null;

    /// <summary>The word of the wait; null where it does not wait.</summary>
    public string? Waiting => where.Waiting is { } reason ? Words.Of(reason) : null;

    public Share? OfTeam(Guid team, DateTimeOffset at) => First(all.OfTeam(team), a => IsInForce(a, at));

    /// <param name="supplier">Null: whichever it is.</param>
    public Share? OfSupplier(string? supplier, DateTimeOffset at) => First(With(supplier), a => IsInForce(a, at));

    /// <summary>With whom a contract is; null where it is none.</summary>
    public string? SupplierOf(Guid? agreement) => agreement is { } id && all.Find(id) is { Kind: AgreementKind.Uc } contract ? contract.Supplier : null;

    /// <summary>What a clock has to measure as the ticket is now: by what was in force when it started, or what it runs by though that was ended since.</summary>
    public Share? Again(Clock clock) => First(
        clock.TeamId is { } team ? all.OfTeam(team) : With(SupplierOf(clock.AgreementId) ?? ""),
        a => a.Id == clock.AgreementId || IsInForce(a, clock.StartedAt));

    private IEnumerable<Agreement> With(string? supplier) => all.OfSuppliers.Where(a => supplier is null || string.Equals(a.Supplier, supplier, StringComparison.OrdinalIgnoreCase));

    private bool IsInForce(Agreement agreement, DateTimeOffset at) => agreement.IsInForceOn(calendars(agreement.CalendarId!.Value).DateOf(at));

    private Share? First(IEnumerable<Agreement> those, Func<Agreement, bool> inForce) =>
        AgreementMatch.First(those, path, priority, inForce) is { } agreement ? ShareIn(agreement, priority) : null;

    /// <summary>Null where the agreement asks nothing for tickets of that priority.</summary>
    public static Share? ShareIn(Agreement agreement, Priority priority) => agreement.Targets.FirstOrDefault(t => t.Priority == priority) is { } target
        ? new(agreement.Id, new(target.Value, target.Unit, agreement.CalendarId!.Value), agreement.Pauses.Select(p => Words.Of(p)).ToHashSet())
        : null;
}
