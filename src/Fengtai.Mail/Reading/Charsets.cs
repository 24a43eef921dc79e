using System.Collections.Frozen;
using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>How the bytes of a character set behave, which decides what a wrong label may hide.</summary>
internal enum CharsetKind
{
    Utf8,
    Utf7,

    /// <summary>Latin-1 and its like, ASCII, and labels that say nothing: the usual wrong ones.</summary>
    Latin,

    /// <summary>One byte a character, of another script.</summary>
    SingleByte,

    /// <summary>GB 2312, GBK and GB 18030, read as the last, which contains the others.</summary>
    Gb,

    /// <summary>Pairs of bytes: Big5, Shift JIS, EUC.</summary>
    Pairs,

    /// <summary>Seven bits with escapes: ISO-2022, HZ.</summary>
    Escapes,

    /// <summary>UTF-16, UTF-32.</summary>
    Wide,
}

internal sealed record Charset(CharsetKind Kind, Encoding Encoding)
{
    public static Charset Utf8 { get; } = new(CharsetKind.Utf8, new UTF8Encoding(false));
    public static Charset Latin1 { get; } = new(CharsetKind.Latin, Charsets.CodePage(1252));
    public static Charset Gb18030 { get; } = new(CharsetKind.Gb, Charsets.CodePage(54936));
    public static Charset Big5 { get; } = new(CharsetKind.Pairs, Charsets.CodePage(950));
    public static Charset Iso2022Jp { get; } = new(CharsetKind.Escapes, Charsets.CodePage(50220));
    public static Charset Utf7 { get; } = new(CharsetKind.Utf7, Encoding.ASCII);
    public static Charset Utf16 { get; } = new(CharsetKind.Wide, Encoding.Unicode);
    public static Charset Utf16BigEndian { get; } = new(CharsetKind.Wide, Encoding.BigEndianUnicode);
}

/// <summary>Character sets by the names they go by. Subsets are read as what mailers mean: GB 2312 as GB 18030, Latin-1 as Windows-1252 (WHATWG Encoding).</summary>
internal static class Charsets
{
    private static readonly FrozenDictionary<string, Func<Charset>> Named = new Dictionary<Func<Charset>, string>
    {
        [() => Charset.Utf8] = "utf-8 utf8 utf-8mb4 unicode-1-1-utf-8 utf_8 x-utf-8",
        [() => Charset.Utf7] = "utf-7 utf7 unicode-1-1-utf-7 unicode-2-0-utf-7 csunicode11utf7 x-unicode-2-0-utf-7",
        [() => Charset.Latin1] = "us-ascii ascii ansi_x3.4-1968 ansi_x3.110-1983 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 windows-1252 cp1252 x-ansi cp-850 unknown-8bit x-unknown unknown default x-user-defined binary 8bit 7bit iso-646 us",
        [() => Charset.Gb18030] = "gb2312 gbk gb18030 gb-18030 x-gbk cp936 ms936 windows-936 936 csgb2312 chinese iso-ir-58 csiso58gb231280 euc-cn x-euc-cn gb_2312-80 gb_2312 gb2312-80 gb-2312 x-gb2312 gb2312_charset zh-cn simplifiedchinese",
        [() => Charset.Big5] = "big5 big-5 big5-hkscs big5hkscs x-x-big5 cn-big5 csbig5 cp950 950 ms950 windows-950 zh-tw big5-eten",
        [() => Charset.Iso2022Jp] = "iso-2022-jp csiso2022jp iso2022jp iso-2022-jp-2 iso-2022-jp-1 jis",
        [() => Charset.Utf16] = "utf-16le utf-16 utf16 ucs-2 unicode iso-10646-ucs-2",
        [() => Charset.Utf16BigEndian] = "utf-16be",
        [() => new(CharsetKind.Wide, Encoding.UTF32)] = "utf-32 utf-32le ucs-4",
        [() => new(CharsetKind.Pairs, CodePage(932))] = "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j cp932",
        [() => new(CharsetKind.Pairs, CodePage(949))] = "euc-kr ks_c_5601-1987 ks_c_5601 ksc5601 ksc_5601 korean cseuckr windows-949 cp949",
        [() => new(CharsetKind.Pairs, CodePage(51932))] = "euc-jp x-euc-jp cseucpkdfmtjapanese",
        [() => new(CharsetKind.Escapes, CodePage(50225))] = "iso-2022-kr csiso2022kr",
        [() => new(CharsetKind.Escapes, CodePage(50227))] = "iso-2022-cn iso-2022-cn-ext x-cp50227",
        [() => new(CharsetKind.Escapes, CodePage(52936))] = "hz-gb-2312 hz",
        [() => new(CharsetKind.SingleByte, CodePage(1254))] = "iso-8859-9 latin5 windows-1254 cp1254",
        [() => new(CharsetKind.SingleByte, CodePage(28598))] = "iso-8859-8 iso-8859-8-i iso-8859-8-e hebrew",
        [() => new(CharsetKind.SingleByte, CodePage(28596))] = "iso-8859-6 iso-8859-6-i iso-8859-6-e arabic",
        [() => new(CharsetKind.SingleByte, CodePage(874))] = "tis-620 iso-8859-11 windows-874",
    }.SelectMany(named => named.Value.Split(' '), (named, name) => (name, once: Once(named.Key))).ToFrozenDictionary(n => n.name, n => n.once, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where nobody knows the name.</summary>
    public static Charset? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 64)
        {
            return null;
        }
        name = name.Trim().Trim('"', '\'', ' ', ';');
        if (Named.TryGetValue(name, out var charset))
        {
            return charset();
        }
        if (name.StartsWith("cp", StringComparison.OrdinalIgnoreCase) && name.Length > 2 && char.IsAsciiDigit(name[2]))
        {
            name = "windows-" + name[2..];
        }
        return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Damage) is { } encoding
            ? new(encoding.IsSingleByte ? CharsetKind.SingleByte : CharsetKind.Pairs, encoding)
            : null;
    }

    public static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, Damage)
        ?? throw new InvalidOperationException($"The framework has no code page {number}.");

    private static DecoderReplacementFallback Damage => new("\uFFFD");

    private static Func<Charset> Once(Func<Charset> make)
    {
        var made = new Lazy<Charset>(make);
        return () => made.Value;
    }
}
