using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>The views of the queue in the command palette, by a part of their name or its pinyin.</summary>
internal sealed class ViewPalette(IStringLocalizer texts) : IPaletteSource
{
    public Permission Permission => TicketPermissions.Staff;

    public int Order => 5;

    public Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation)
    {
        var pinyin = Pinyin.Typed(words);
        var fitting = QueueViews.For(actor)
            .Select(view => (View: view, Name: texts.Of(view).Value))
            .Where(v => words.Length > 0 && Means(v.Name, words, pinyin))
            .Select(v => new PaletteEntry($"{QueueAddress.Path}?view={Words.Of(v.View)}", v.Name, "inbox"));
        return Task.FromResult<PaletteGroup?>(new("desk.palette.views", [.. fitting]));
    }

    private static bool Means(string name, string words, string? pinyin) =>
        name.Contains(words, StringComparison.CurrentCultureIgnoreCase)
        || pinyin is not null && Pinyin.SearchForms(name).Split(' ').Any(form => form.StartsWith(pinyin, StringComparison.Ordinal));
}
