using System.Text;
using System.Text.RegularExpressions;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>
/// Texts with placeholders. What has no value for a ticket stays in the text as a gap, <c>{{?用户电话}}</c>, which its writer fills in;
/// a template may hold gaps of its own, for what is different each time. A text with gaps is never sent.
/// </summary>
internal static partial class Placeholders
{
    private const string Opening = "{{";

    /// <summary>More than that are not listed at once.</summary>
    private const int MostTold = 5;

    /// <summary>What is wrong with a text that is to be kept: unknown words and placeholders that do not end, with their places.</summary>
    public static IReadOnlyList<Refusal> Check(string field, string text)
    {
        var unknown = Braces().Matches(text)
            .Select(m => (m.Index, Word: WordOf(m)))
            .Where(m => !IsGap(m.Word) && PlaceholderWords.Read(m.Word) is null)
            .Select(m => (m.Index, Refusal: (Refusal)new PlaceholderIsUnknown(field, m.Word, LineOf(text, m.Index), ColumnOf(text, m.Index))));
        var unended = Unended(text).Select(index => (Index: index, Refusal: (Refusal)new PlaceholderDoesNotEnd(field, LineOf(text, index), ColumnOf(text, index))));
        return [.. unknown.Concat(unended).OrderBy(f => f.Index).Take(MostTold).Select(f => f.Refusal)];
    }

    /// <param name="value">Null or empty where there is none.</param>
    /// <param name="name">What a reader calls it.</param>
    public static string Fill(string text, Func<Placeholder, string?> value, Func<Placeholder, string> name) => Braces().Replace(text, m => PlaceholderWords.Read(WordOf(m)) switch
    {
        { } what when value(what) is { Length: > 0 } known => known,
        { } what => $"{{{{?{name(what)}}}}}",
        null => m.Value,
    });

    /// <summary>What is still to be filled in, in the order of the text. What only looks like a placeholder, as in a line of a script, is none.</summary>
    public static IReadOnlyList<string> GapsIn(string text) =>
        [.. Braces().Matches(text).Select(WordOf).Where(w => IsGap(w) || PlaceholderWords.Read(w) is not null).Select(w => w.TrimStart('?', '？').Trim())];

    /// <summary>The placeholders that a text uses.</summary>
    public static IReadOnlyList<Placeholder> UsedIn(string text) => [.. Braces().Matches(text).Select(m => PlaceholderWords.Read(WordOf(m))).OfType<Placeholder>().Distinct()];

    private static IEnumerable<int> Unended(string text)
    {
        var rest = new StringBuilder(Braces().Replace(text, m => new string(' ', m.Length))).Replace('｛', '{').ToString();
        for (var at = rest.IndexOf(Opening, StringComparison.Ordinal); at >= 0; at = rest.IndexOf(Opening, at + Opening.Length, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static string WordOf(Match braces) => braces.Groups["word"].Value.Trim();

    private static bool IsGap(string word) => word.Length > 0 && word[0] is '?' or '？';

    /// <summary>From 1.</summary>
    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    /// <summary>In characters, from 1.</summary>
    private static int ColumnOf(string text, int index)
    {
        var start = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        return 1 + text[start..index].EnumerateRunes().Count();
    }

    // input methods for Chinese write wide braces
    [GeneratedRegex(@"(\{\{|｛｛)(?<word>[^{}｛｝\n]*)(\}\}|｝｝)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();
}

/// <summary>A template holds a word between braces that stands for nothing.</summary>
internal sealed record PlaceholderIsUnknown(string In, string Word, int Line, int Column) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => In;

    public override object[] Arguments => [Word.Length > 40 ? Word[..40] : Word, Line, Column];
}

/// <summary>Two braces open and never close.</summary>
internal sealed record PlaceholderDoesNotEnd(string In, int Line, int Column) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => In;

    public override object[] Arguments => [Line, Column];
}

/// <summary>Something in the text is still to be filled in.</summary>
internal sealed record TextHasGaps(string In, string Gaps) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => In;

    public override object[] Arguments => [Gaps];
}
