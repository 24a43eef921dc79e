using System.Globalization;
using System.Text;
using Fengtai.Platform.Refusals;

namespace Fengtai.Platform.Languages;

/// <summary>
/// Text as people type and paste it, made fit to be kept and shown anywhere: what nobody sees or what would rearrange its surroundings is
/// dropped (control characters, NUL, marks of direction and other invisible ones), lone surrogates become U+FFFD, ends of lines are <c>\n</c>, blanks
/// around are cut. Everything else stays as it was typed, HTML too: pages show it as text.
/// Lengths are counted in characters (code points), after cleaning.
/// </summary>
public static class PlainText
{
    // more marks on one letter than any language needs paint over the lines around
    private const int MostMarksInARow = 6;

    /// <summary>One line: line ends and tabs become blanks, several blanks become one. Empty where nothing visible is left.</summary>
    public static Result<string> Line(string field, string? text, int longest) =>
        Bounded(field, OneLine(Clean(text)), longest);

    /// <summary>Text of any number of lines. Empty where nothing visible is left.</summary>
    public static Result<string> Lines(string field, string? text, int longest) =>
        Bounded(field, Clean(text), longest);

    private static Result<string> Bounded(string field, string clean, int longest)
    {
        var length = clean.Length <= longest ? clean.Length : clean.EnumerateRunes().Count();
        return length <= longest ? clean : new TextIsTooLong(field, longest, length);
    }

    private static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        var visible = false;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsDropped(rune))
            {
                continue;
            }
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MostMarksInARow)
            {
                clean.Append(rune);
                visible |= !Rune.IsWhiteSpace(rune) && category is not UnicodeCategory.Format && marks == 0 && !IsBlankLetter(rune);
            }
        }
        return visible ? clean.ToString().Trim() : "";
    }

    private static string OneLine(string clean)
    {
        var line = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            var blank = c is '\n' or '\t' or ' ';
            if (!blank)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
        return line.ToString();
    }

    // joiners stay: Persian, Indic scripts and emoji need them
    private static bool IsDropped(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        // left-to-right and other marks, embeddings, overrides, isolates
        0x061c or 0x200e or 0x200f or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x206f) => true,
        // byte order mark, annotations, tags
        0xfeff or (>= 0xfff9 and <= 0xfffb) or (>= 0xe0000 and <= 0xe0fff) => true,
        // no characters by definition
        (>= 0xfdd0 and <= 0xfdef) => true,
        var value when (value & 0xfffe) == 0xfffe => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control,
    };

    // letters and symbols by category, blank on every screen
    private static bool IsBlankLetter(Rune rune) => rune.Value is 0x115f or 0x1160 or 0x3164 or 0xffa0 or 0x2800;
}

/// <summary>More characters than there is room for.</summary>
public sealed record TextIsTooLong(string Name, int Limit, int Length) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;

    public override object[] Arguments => [Limit, Length];
}
