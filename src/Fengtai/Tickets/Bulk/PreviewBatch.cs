using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Writing;
using Fengtai.Tickets.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Bulk;

/// <param name="Refusal">Why it would be refused; null where it would be done.</param>
/// <param name="TellsUser">Whether its requester would be told at once.</param>
internal sealed record PreviewedRow(Guid Ticket, IReadOnlyList<FacetChange> Changes, Refusal? Refusal, bool TellsUser);

/// <summary>What would become of each ticket now? The same rules decide; whatever they touch is thrown away with its unit of work.</summary>
internal sealed class PreviewBatch(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<PreviewedRow>> OfAsync(BulkDoor door, object input, IReadOnlyList<Guid> tickets, Actor actor, CancellationToken cancellation)
    {
        var rows = new List<PreviewedRow>();
        await foreach (var row in DecideAsync(door, input, tickets, actor, cancellation))
        {
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>What is wrong with the input itself, where every ticket says the same of it: a form can be put right. Empty where one ticket takes it.</summary>
    public async Task<IReadOnlyList<Refusal>> WrongForAllAsync(BulkDoor door, object input, IReadOnlyList<Guid> tickets, Actor actor, CancellationToken cancellation)
    {
        Refusal? wrong = null;
        await foreach (var row in DecideAsync(door, input, tickets, actor, cancellation))
        {
            if (row.Refusal is not { Kind: RefusalKind.Invalid, Field: not null } refusal || wrong is not null && refusal != wrong)
            {
                return [];
            }
            wrong = refusal;
        }
        return wrong is null ? [] : [wrong];
    }

    private async IAsyncEnumerable<PreviewedRow> DecideAsync(
        BulkDoor door, object input, IReadOnlyList<Guid> tickets, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, work) = (services.GetRequiredService<FengtaiDb>(), services.GetRequiredService<Work>());
        services.GetRequiredService<PageContext>().SpeakFor(actor, work.Now);
        var wanted = tickets.ToArray();
        var visible = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => wanted.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        foreach (var id in tickets)
        {
            yield return visible.GetValueOrDefault(id) is { } ticket
                ? await DecideAsync(door, input, new(ticket, Standing.Of(actor, ticket), work, cancellation), services)
                : new(id, [], new NotFound(), false);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<PreviewedRow> DecideAsync(BulkDoor door, object input, ActContext context, IServiceProvider services)
    {
        var ticket = context.Ticket;
        var decision = await door.DecideAsync(services, input, context);
        var named = decision.IsRefused
            ? Result<IReadOnlyList<TicketEvent>>.Refused(decision.Refusals)
            : await services.GetRequiredService<ReadNotes>().InAsync(ticket, decision.Events, context.By.Actor, context.Cancellation);
        if (named.IsRefused)
        {
            return new(ticket.Id, [], named.Refusal, false);
        }
        var before = TicketFacets.Of(ticket);
        foreach (var happened in decision.Events)
        {
            TicketState.Apply(ticket, happened, context.Now);
        }
        return new(ticket.Id, before.ChangesTo(TicketFacets.Of(ticket)), null, decision.Events.Any(e => NewsOf.ForRequester(e, ticket) is not null));
    }
}
