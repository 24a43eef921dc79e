using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>The clocks of a ticket for programs, each with its ledger.</summary>
internal static class ClockApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/tickets/{number:long}/clocks", ListAsync).WithTags("tickets").Requires(TicketPermissions.File).Produces<IReadOnlyList<ClockView>>().WithName("ListTicketClocks");

    private static async Task<IResult> ListAsync(long number, HttpContext http, FengtaiDb db, ClockList clocks) =>
        await db.Set<Ticket>().AsNoTracking().VisibleTo(http.Actor()).SingleOrDefaultAsync(t => t.Number == number, http.RequestAborted) is { } ticket
            ? Results.Json((await clocks.OfAsync(ticket, http.Actor(), http.RequestAborted)).Select(ClockView.Of), Json.Options)
            : new NotFound().AsResult(http);
}

/// <param name="Round">1 for the first of its kind on the ticket.</param>
/// <param name="Policy">Name of the policy or agreement.</param>
/// <param name="Party">The team or supplier with whom it is agreed.</param>
/// <param name="DueAt">Null where its calendar has not that much time.</param>
/// <param name="ElapsedMinutes">Counted so far, or in all; the counted segments add up to it.</param>
internal sealed record ClockView(
    ClockKind Kind, int Round, string Policy, string? Party, ClockState State, TargetView Target, DateTimeOffset StartedAt, DateTimeOffset? DueAt, DateTimeOffset? StoppedAt, double ElapsedMinutes,
    IReadOnlyList<SegmentView> Segments)
{
    public static ClockView Of(ReadClock clock) => new(
        clock.Kind, clock.Round, clock.Policy, clock.Party, clock.State, new(clock.Target.Value, clock.Target.Unit), clock.StartedAt, clock.DueAt, clock.StoppedAt, clock.Elapsed.TotalMinutes,
        [.. clock.Ledger.Select(l => new SegmentView(l.From, l.To, l.Counted, l.Reason))]);
}

internal sealed record TargetView(int Value, TargetUnit Unit);

/// <param name="Reason">Why it does not count; null where it does.</param>
internal sealed record SegmentView(DateTimeOffset From, DateTimeOffset To, bool Counted, string? Reason);
