using System.Collections.Concurrent;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Texts;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Ui;

/// <summary>What else a place is found by: its names in all languages and, for Chinese, pinyin and its initials.</summary>
internal static class PaletteWords
{
    // as many as there are places in the menus
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(string textKey, IStringLocalizer texts) => Known.GetOrAdd(textKey, key =>
    {
        var names = SpokenLanguages.All.Select(language => texts.In(language.Culture, key)).ToList();
        return string.Join(' ', names.Select(n => n.ToLowerInvariant()).Concat(names.Select(Pinyin.SearchForms)).Distinct());
    });
}
