using Fengtai.Platform.Access;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Microsoft.AspNetCore.WebUtilities;

namespace Fengtai.Tickets.Desk.Macros;

/// <summary>Macros in the command palette of a ticket's page: each leads to what it would do there.</summary>
internal sealed class MacroPalette(OwnKept<Macro> macros, PageContext page) : IPaletteSource
{
    private const int Most = 6;
    private const string Tickets = "/desk/tickets/";

    public Permission Permission => TicketPermissions.Work;

    public int Order => 3;

    public async Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation)
    {
        if (words.Length == 0 || TicketOf(page.Path) is not { } ticket)
        {
            return null;
        }
        var fitting = (await macros.OfAsync(actor, cancellation)).Where(m => NameSearch.Fits(words, m.Name)).Take(Most);
        return new("desk.macro.palette", [.. fitting.Select(m => new PaletteEntry($"{ticket}/macros/{m.Id:n}", m.Name, "wand"))]);
    }

    /// <summary>The page that asks says where it is.</summary>
    private static string? TicketOf(string asked)
    {
        var at = QueryHelpers.ParseQuery(asked.Contains('?', StringComparison.Ordinal) ? asked[asked.IndexOf('?', StringComparison.Ordinal)..] : "").GetValueOrDefault("at").ToString();
        return at.StartsWith(Tickets, StringComparison.Ordinal) && at.Length > Tickets.Length && at.AsSpan(Tickets.Length).IndexOfAnyExceptInRange('0', '9') < 0 ? at : null;
    }
}
