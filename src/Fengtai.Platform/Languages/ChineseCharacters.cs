using System.Collections.Frozen;
using System.Text;

namespace Fengtai.Platform.Languages;

/// <summary>What search needs to know of Chinese characters. The table is OpenCC's (see NOTICE).</summary>
public static class ChineseCharacters
{
    private static readonly Lazy<FrozenDictionary<int, Rune>> Table = new(Load);

    /// <summary>Ideographs of Chinese and Japanese and the kana: what is written without spaces.</summary>
    public static bool IsWrittenWithoutSpaces(Rune rune) => rune.Value is
        (>= 0x4e00 and <= 0x9fff) or (>= 0x3400 and <= 0x4dbf) or 0x3005 or 0x3006 or 0x3007 or
        (>= 0x3041 and <= 0x3096) or (>= 0x309d and <= 0x309f) or (>= 0x30a1 and <= 0x30fa) or (>= 0x30fc and <= 0x30ff) or
        (>= 0x31f0 and <= 0x31ff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x323af);

    /// <summary>The simplified character that a traditional one is usually written as; any other rune as it is.</summary>
    public static Rune Simplify(Rune rune) => Table.Value.TryGetValue(rune.Value, out var simplified) ? simplified : rune;

    private static FrozenDictionary<int, Rune> Load()
    {
        var pairs = Tables.Lines("simplified.txt").SelectMany(line => line.EnumerateRunes().Chunk(2));
        return pairs.ToFrozenDictionary(pair => pair[0].Value, pair => pair[1]);
    }
}
