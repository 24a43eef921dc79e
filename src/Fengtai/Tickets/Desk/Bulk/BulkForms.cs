using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Bulk;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Bulk;

/// <summary>What can be chosen in the form of an act on many tickets?</summary>
internal sealed class BulkForms(StepForms steps, OwnKept<Macro> macros, WantedTickets wanted, IStringLocalizer texts)
{
    public async Task<BulkForm> OfAsync(BulkAct act, IReadOnlyList<long> tickets, string list, Given given, Actor actor, CancellationToken cancellation)
    {
        var form = new BulkForm(act, tickets, list, given) { Undoing = texts.Of(Undoing.Of(act, says: act is BulkAct.Assign or BulkAct.Wait)) };
        if (await wanted.CountAsync(list, actor, cancellation) is { } count && count.Number > tickets.Count)
        {
            form = form with { InList = count, ListIsTooLong = count.OrMore || count.Number > WantedTickets.Most };
        }
        return act switch
        {
            BulkAct.Assign => form with { Teams = await steps.TeamsAsync(cancellation), Engineers = await steps.EngineersAsync(cancellation) },
            BulkAct.Wait => form with { Suppliers = await steps.SuppliersAsync(cancellation) },
            BulkAct.Macro => form with { Macros = [.. (await macros.OfAsync(actor, cancellation)).Select(m => new Option(m.Id.ToString(), m.Name))] },
            BulkAct.Classify => form with { Categories = await steps.CategoriesAsync(null, cancellation) },
            _ => form,
        };
    }
}
