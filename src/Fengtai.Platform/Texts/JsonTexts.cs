using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Texts;

/// <summary>
/// The texts of all practices in the language of the current UI culture; what a language lacks is said in Chinese, what
/// nobody wrote is shown as its key. A text about one thing may have an own form: <c>queue.count.one</c> is taken instead of
/// <c>queue.count</c> where the first argument is the number 1.
/// </summary>
public sealed class JsonTexts : IStringLocalizer
{
    public const string DefaultCulture = "zh-CN";

    private const string One = ".one";
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byCulture;
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>[]> _inOrder = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two files of one language define the same key.</exception>
    public JsonTexts(IEnumerable<TextFile> files)
    {
        var tables = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!tables.TryGetValue(file.Culture, out var table))
            {
                tables[file.Culture] = table = new(StringComparer.Ordinal);
            }
            foreach (var (key, text) in file.Texts)
            {
                if (!table.TryAdd(key, text))
                {
                    throw new InvalidOperationException($"The text {key} is defined twice in {file.Culture}; once in {file.Name}.");
                }
            }
        }
        _byCulture = tables.ToFrozenDictionary(
            x => x.Key,
            x => x.Value.ToFrozenDictionary(StringComparer.Ordinal),
            StringComparer.OrdinalIgnoreCase);
    }

    public LocalizedString this[string name] =>
        Find(name) is { } text ? new(name, text) : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = arguments is [var first, ..] && IsOne(first) ? Find(name, One) : Find(name);
            return text is null
                ? new(name, name, resourceNotFound: true)
                : new(name, string.Format(CultureInfo.CurrentCulture, text, arguments));
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Tables(CultureInfo.CurrentUICulture)
            .Take(includeParentCultures ? int.MaxValue : 1)
            .SelectMany(table => table)
            .DistinctBy(x => x.Key)
            .Select(x => new LocalizedString(x.Key, x.Value));

    // a form for one counts only in the language that also has the text: English must not lend its singular to Chinese
    private string? Find(string name, string form = "")
    {
        foreach (var table in Tables(CultureInfo.CurrentUICulture))
        {
            if (form.Length > 0 && table.TryGetValue(name + form, out var special))
            {
                return special;
            }
            if (table.TryGetValue(name, out var text))
            {
                return text;
            }
        }
        return null;
    }

    private FrozenDictionary<string, string>[] Tables(CultureInfo culture) =>
        _inOrder.GetOrAdd(culture.Name, static (_, asked) => [.. asked.Texts.TablesOf(asked.Culture)], (Texts: this, Culture: culture));

    private IEnumerable<FrozenDictionary<string, string>> TablesOf(CultureInfo culture)
    {
        for (var c = culture; c.Name.Length > 0; c = c.Parent)
        {
            if (_byCulture.TryGetValue(c.Name, out var table))
            {
                yield return table;
            }
        }
        if (_byCulture.TryGetValue(DefaultCulture, out var fallback))
        {
            yield return fallback;
        }
    }

    private static bool IsOne(object? argument) => argument switch
    {
        int n => n == 1,
        long n => n == 1,
        short n => n == 1,
        _ => false,
    };
}
