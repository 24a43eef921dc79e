using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>归入重大事件: many tickets become its children at once.</summary>
internal sealed class AttachChildren(Spreads spreads) : ITicketAct<AttachChildren.Input>
{
    private const int Most = 1_000;

    /// <param name="Tickets">Their numbers.</param>
    internal sealed record Input(IReadOnlyList<long>? Tickets);

    public static string Name => "attach";

    public static Permission Permission => TicketPermissions.Desk;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var numbers = (input.Tickets ?? []).Distinct().ToArray();
        if (MajorIncidentRules.NoAttaching(context.Ticket, context.By, numbers.Length) is { } no)
        {
            return no;
        }
        if (numbers.Length > Most)
        {
            return new TooManyTickets(Most);
        }
        var found = await context.Work.Db.Set<Ticket>().AsNoTracking().VisibleTo(context.By.Actor)
            .Where(t => numbers.Contains(t.Number) && t.Id != context.Ticket.Id)
            .Select(t => new { t.Id, t.Number })
            .ToListAsync(context.Cancellation);
        if (numbers.Except(found.Select(f => f.Number)).ToList() is [var unknown, ..])
        {
            return new UnknownValue("tickets", unknown.ToString(CultureInfo.InvariantCulture));
        }
        spreads.Send(context.Ticket, SpreadKind.Attach, text: null, [.. found.OrderBy(f => f.Number).Select(f => f.Id)], context.By.Actor);
        return Decision.Happen();
    }
}
