using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.ServiceLevels;

/// <summary>What is agreed and how it is kept, for programs.</summary>
internal static class AgreementApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/service-levels/agreements", ListAsync).WithTags("service levels").Requires(ServiceLevelPermissions.Read).Produces<IReadOnlyList<AgreementView>>().WithName("ListAgreements")
            .WithSummary("All agreements with customers, teams and suppliers, and how they were kept in each of the last twelve months.");

    private static async Task<IResult> ListAsync(AgreementBook book, PolicyBook policies, CalendarBook calendars, Categories categories, Teams teams, People people, Compliance compliance, TimeProvider time, CancellationToken cancellation)
    {
        var all = (await book.AllAsync(cancellation)).All;
        var (promised, tree, today) = (await policies.AllAsync(cancellation), await categories.TreeAsync(cancellation), AgreementFile.Day(time.GetUtcNow()));
        var calendarsById = (await calendars.ListAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name.ToString());
        var teamsById = (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => t.Code);
        var responsible = await people.ManyAsync(all.Select(a => a.ResponsibleId).OfType<Guid>(), cancellation);
        var (first, last) = KeptMonths.Of(today);
        var kept = await compliance.OfAsync([.. all], first, last, cancellation);
        return Results.Json(all.Select(View).ToList(), Json.Options);

        AgreementView View(Agreement a) => new(
            a.Id, a.Kind, a.Name, a.NameEn, a.ValidFrom, a.ValidUntil, a.IsInForceOn(today), a.ReviewOn, a.ResponsibleId is { } person ? responsible.GetValueOrDefault(person)?.Login : null, a.Goal,
            [.. a.Categories.Select(c => tree.Find(c)?.Code).OfType<string>()],
            a.Kind == AgreementKind.Sla ? a.Customer : null, a.Departments, a.Sites, [.. a.Policies.Select(p => promised.Find(p)).OfType<Policy>().Select(p => new AgreedPolicyView(p.Id, p.Title.ToString()))],
            a.TeamId is { } team ? teamsById.GetValueOrDefault(team) : null, a.Kind == AgreementKind.Uc ? a.Supplier : null,
            a.CalendarId is { } calendar ? new(calendar, calendarsById.GetValueOrDefault(calendar) ?? "") : null,
            [.. a.Targets.Select(t => new AgreedTargetView(t.Priority, t.Value, t.Unit))], a.Pauses,
            [.. kept[a.Id].Select(k => new KeptMonthView($"{k.Month:yyyy-MM}", k.Met, k.Missed, k.Percent))]);
    }
}

/// <param name="Categories">Codes; what is below them is meant as well. Empty: all.</param>
/// <param name="Policies">SLA: what carries its targets.</param>
/// <param name="Team">OLA: a code.</param>
/// <param name="Compliance">Of the last twelve months, those in which something was decided.</param>
internal sealed record AgreementView(
    Guid Id, AgreementKind Kind, string Name, string NameEn, DateOnly ValidFrom, DateOnly? ValidUntil, bool InForce, DateOnly? ReviewOn, string? Responsible, int Goal, IReadOnlyList<string> Categories,
    string? Customer, IReadOnlyList<string> Departments, IReadOnlyList<string> Sites, IReadOnlyList<AgreedPolicyView> Policies,
    string? Team, string? Supplier, NamedCalendarView? Calendar, IReadOnlyList<AgreedTargetView> Targets, IReadOnlyList<WaitReason> Pauses, IReadOnlyList<KeptMonthView> Compliance);

internal sealed record AgreedPolicyView(Guid Id, string Name);

internal sealed record AgreedTargetView(Priority Priority, int Value, TargetUnit Unit);

/// <param name="Month">2026-11.</param>
/// <param name="Percent">How much was kept in time.</param>
internal sealed record KeptMonthView(string Month, int Met, int Missed, decimal? Percent);
