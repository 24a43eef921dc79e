using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised, for programs.</summary>
internal static class PolicyApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/service-levels/policies", ListAsync).WithTags("service levels").Requires(TicketPermissions.Staff).Produces<IReadOnlyList<PolicyView>>().WithName("ListPolicies")
            .WithSummary("All policies in their order: of those in force the first whose conditions fit a ticket applies to it.");

    private static async Task<IResult> ListAsync(PolicyBook policies, CalendarBook calendars, Categories categories, CancellationToken cancellation)
    {
        var names = (await calendars.ListAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name.ToString());
        var tree = await categories.TreeAsync(cancellation);
        return Results.Json((await policies.AllAsync(cancellation)).InOrder.Select(View).ToList(), Json.Options);

        PolicyView View(Policy p) => new(
            p.Id, p.Name, p.NameEn, p.IsActive,
            new(p.Conditions.Types, [.. p.Conditions.Categories.Select(c => tree.Find(c)?.Code).OfType<string>()], p.Conditions.Priorities, p.Conditions.Departments, p.Conditions.Sites, p.Conditions.Channels, p.Conditions.Vip),
            Calendar(p.CalendarId),
            [.. p.Targets.Select(t => new PromisedView(t.Kind, t.Value, t.Unit, Calendar(t.Calendar ?? p.CalendarId)))],
            p.Pauses,
            [.. p.Steps.Select(s => new StepView(s.Kinds, s.Moment, s.Value, s.Acts))]);

        NamedCalendarView Calendar(Guid id) => new(id, names.GetValueOrDefault(id) ?? "");
    }
}

/// <param name="Active">Only those in force apply to anything.</param>
/// <param name="Pauses">The waits during which what depends on the desk stands still.</param>
internal sealed record PolicyView(
    Guid Id, string Name, string NameEn, bool Active, ConditionsView Conditions, NamedCalendarView Calendar, IReadOnlyList<PromisedView> Targets, IReadOnlyList<WaitReason> Pauses, IReadOnlyList<StepView> Steps);

/// <summary>What is empty asks for nothing.</summary>
/// <param name="Categories">Codes; what is below them is meant as well.</param>
internal sealed record ConditionsView(
    IReadOnlyList<TicketType> Types, IReadOnlyList<string> Categories, IReadOnlyList<Priority> Priorities, IReadOnlyList<string> Departments, IReadOnlyList<string> Sites, IReadOnlyList<Channel> Channels, bool? Vip);

internal sealed record NamedCalendarView(Guid Id, string Name);

/// <param name="Calendar">By whose time it is counted.</param>
internal sealed record PromisedView(ClockKind Kind, int Value, TargetUnit Unit, NamedCalendarView Calendar);

/// <param name="Clocks">For these; empty: for all.</param>
/// <param name="Value">Per cent or minutes; nothing at the deadline.</param>
internal sealed record StepView(IReadOnlyList<ClockKind> Clocks, StepMoment Moment, int Value, IReadOnlyList<StepAct> Acts);
