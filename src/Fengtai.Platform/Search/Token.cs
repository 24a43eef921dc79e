using System.Globalization;
using System.Text;
using Fengtai.Platform.Languages;

namespace Fengtai.Platform.Search;

/// <summary>A word, a number, or a run of characters that is written without spaces and searched by pairs.</summary>
internal readonly record struct Token(string Text, bool Pairs)
{
    private const int LongestWord = 64;

    private enum Kind
    {
        Gap,
        Word,
        Number,
        Unspaced,
    }

    /// <summary>Letters and digits part, so that PRN0042 and PRN-0042 are the same; words end after 64 characters.</summary>
    public static IEnumerable<Token> In(string normalised)
    {
        var run = new StringBuilder();
        var kind = Kind.Gap;
        var length = 0;
        foreach (var rune in normalised.EnumerateRunes())
        {
            var next = KindOf(rune, kind);
            if (next != kind)
            {
                if (kind != Kind.Gap)
                {
                    yield return new(run.ToString(), kind == Kind.Unspaced);
                }
                run.Clear();
                length = 0;
                kind = next;
            }
            if (kind == Kind.Unspaced || (kind != Kind.Gap && ++length <= LongestWord))
            {
                run.Append(rune);
            }
        }
        if (kind != Kind.Gap)
        {
            yield return new(run.ToString(), kind == Kind.Unspaced);
        }
    }

    private static Kind KindOf(Rune rune, Kind before) => rune switch
    {
        _ when ChineseCharacters.IsWrittenWithoutSpaces(rune) => Kind.Unspaced,
        _ when Rune.IsDigit(rune) || Rune.IsNumber(rune) => Kind.Number,
        _ when Rune.IsLetter(rune) => Kind.Word,
        // vowels and accents of many scripts are marks behind their letter
        _ when before == Kind.Word && IsMark(rune) => Kind.Word,
        _ => Kind.Gap,
    };

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
