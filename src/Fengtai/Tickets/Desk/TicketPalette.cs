using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>Tickets in the command palette: the one with the number, those that speak of the words, or those opened last.</summary>
internal sealed class TicketPalette(FengtaiDb db, TicketList list, RecentlySeen seen, IStringLocalizer texts) : IPaletteSource
{
    private const int Most = 8;

    public Permission Permission => TicketPermissions.Staff;

    public int Order => 10;

    public async Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation)
    {
        if (words.Length == 0)
        {
            return new("desk.seen.title", [.. (await seen.OfAsync(actor, Most, cancellation)).Select(s => EntryOf(s.Ticket))]);
        }
        var found = await NumberedAsync(words, actor, cancellation) is { } ticket ? [ticket]
            // one Latin letter stands in most tickets and means none of them
            : words is [< '\u0080'] ? []
            : (await list.PageAsync(new(new Speaks(words)), TicketSort.OpenedAt, Most, null, actor, cancellation)).Value.Items;
        return new("desk.palette.tickets", [.. found.Select(EntryOf)]);
    }

    private async Task<Ticket?> NumberedAsync(string words, Actor actor, CancellationToken cancellation) =>
        long.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation)
            : null;

    private PaletteEntry EntryOf(Ticket ticket) =>
        new($"/desk/tickets/{ticket.Number}", ticket.Subject, "ticket") { Number = ticket.Number.ToString(CultureInfo.InvariantCulture), Detail = texts.Of(ticket.Status) };
}
