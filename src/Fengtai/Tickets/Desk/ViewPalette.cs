using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>The views of the queue in the command palette, by a part of their name or its pinyin.</summary>
internal sealed class ViewPalette(SavedViews saved, IStringLocalizer texts) : IPaletteSource
{
    public Permission Permission => TicketPermissions.Staff;

    public int Order => 5;

    public async Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation)
    {
        var builtIn = QueueViews.For(actor).Select(v => (Address: new QueueAddress { View = v }, Name: texts.Of(v).Value));
        var own = (await saved.OfAsync(actor, cancellation)).Select(v => (Address: QueueAddress.Of(v.Id), v.Name));
        var fitting = builtIn.Concat(own)
            .Where(v => words.Length > 0 && NameSearch.Fits(words, v.Name))
            .Select(v => new PaletteEntry(v.Address.Href, v.Name, "inbox"));
        return new("desk.palette.views", [.. fitting]);
    }
}
