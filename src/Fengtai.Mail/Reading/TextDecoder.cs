using System.Text;
using System.Text.Unicode;

namespace Fengtai.Mail.Reading;

/// <summary>
/// Text from bytes and the label they bear. Labels lie: what is valid UTF-8 beyond chance is UTF-8 whatever it says, and Chinese under a
/// Latin label is recognised by its pairs.
/// </summary>
internal static class TextDecoder
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? label) => Decode(bytes, label, out _);

    /// <param name="defect">What was wrong with label or bytes; null where both were right.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, out MailDefectKind? defect)
    {
        defect = null;
        var named = Charsets.Find(label);
        var meant = ByMark(ref bytes) ?? named;
        if (meant is { Kind: CharsetKind.Escapes } && bytes.IndexOfAny((byte)0x1B, (byte)'~', (byte)0x0E) >= 0 || meant is { Kind: CharsetKind.Wide } && LooksWide(bytes))
        {
            return Damaged(meant.Encoding.GetString(bytes), ref defect);
        }
        if (meant is { Kind: CharsetKind.Utf7 } && Ascii.IsValid(bytes))
        {
            return Utf7.Decode(bytes);
        }
        if (Ascii.IsValid(bytes))
        {
            return IsIso2022Jp(bytes) ? Charset.Iso2022Jp.Encoding.GetString(bytes) : Encoding.ASCII.GetString(bytes);
        }
        var fits = Fitting(bytes, meant);
        if (label is not null && named is null)
        {
            defect = MailDefectKind.UnknownCharset;
        }
        else if (meant is not null && fits != meant)
        {
            defect = MailDefectKind.WrongCharset;
        }
        return Damaged(fits.Encoding.GetString(bytes), ref defect);
    }

    /// <summary>Bytes without a label: UTF-8, else what the message is otherwise in, else what they look like.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes, string? hint, out bool isUtf8)
    {
        if (Ascii.IsValid(bytes))
        {
            isUtf8 = true;
            return IsIso2022Jp(bytes) ? Charset.Iso2022Jp.Encoding.GetString(bytes) : Encoding.ASCII.GetString(bytes);
        }
        isUtf8 = Utf8.IsValid(bytes);
        return isUtf8 ? Encoding.UTF8.GetString(bytes) : Decode(bytes, hint);
    }

    private static Charset? ByMark(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
            return Charset.Utf8;
        }
        if (bytes.Length % 2 == 0 && (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])))
        {
            var charset = bytes[0] == 0xFF ? Charset.Utf16 : Charset.Utf16BigEndian;
            bytes = bytes[2..];
            return charset;
        }
        return null;
    }

    private static Charset Fitting(ReadOnlySpan<byte> bytes, Charset? meant)
    {
        if (Utf8.IsValid(bytes))
        {
            return meant?.Kind is CharsetKind.Gb or CharsetKind.Pairs && !LooksLikeUtf8(bytes, meant) ? meant : Charset.Utf8;
        }
        return meant?.Kind switch
        {
            CharsetKind.SingleByte => meant,
            CharsetKind.Gb or CharsetKind.Pairs => DamageIn(bytes, meant) * 10 > PairsOf(bytes) && ByPairs(bytes) is { } other ? other : meant,
            CharsetKind.Utf8 => Utf8Errors(bytes) * 4 < PairsOf(bytes) ? meant : ByPairs(bytes) ?? (Utf8Errors(bytes) == HighBytesOf(bytes) ? Charset.Latin1 : meant),
            _ => ByPairs(bytes) ?? Charset.Latin1,
        };
    }

    /// <summary>Valid UTF-8 that is said to be pairs: it is UTF-8 where it has bytes that the usual pairs do not (GB 2312 and Big5 lie above 0xA0).</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes, Charset meant) =>
        bytes.IndexOfAnyInRange((byte)0x80, (byte)0xA0) >= 0 && (meant.Kind == CharsetKind.Gb || meant == Charset.Big5 || DamageIn(bytes, meant) > 0)
        || DamageIn(bytes, meant) > 0;

    /// <summary>
    /// Chinese by the shape of its pairs. GB 2312: both bytes above 0xA0, most of them common characters (rows B0–D7, GB 2312 level 1).
    /// Big5: first byte A4–C6 (its common characters), and some second bytes below 0x80. Null where neither is likely.
    /// </summary>
    private static Charset? ByPairs(ReadOnlySpan<byte> bytes)
    {
        var (pairs, gb, gbCommon, big5, big5Low, broken) = (0, 0, 0, 0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            var first = bytes[i];
            if (first < 0x80)
            {
                continue;
            }
            var second = i + 1 < bytes.Length ? bytes[i + 1] : (byte)0;
            if (first < 0x81 || second < 0x40)
            {
                broken++;
                continue;
            }
            i++;
            pairs++;
            gb += first is >= 0xA1 and <= 0xF7 && second >= 0xA1 ? 1 : 0;
            gbCommon += first is >= 0xB0 and <= 0xD7 or 0xA1 or 0xA3 && second >= 0xA1 ? 1 : 0;
            big5 += first is >= 0xA1 and <= 0xC6 && second is >= 0x40 and <= 0x7E or >= 0xA1 ? 1 : 0;
            big5Low += second < 0x80 ? 1 : 0;
        }
        if (pairs < 2 || broken * 20 > pairs)
        {
            return null;
        }
        if (gb * 10 >= pairs * 9 && gbCommon * 10 >= pairs * 6)
        {
            return Charset.Gb18030;
        }
        return big5 * 10 >= pairs * 9 && big5Low > 0 && big5Low < pairs ? Charset.Big5 : null;
    }

    private static int PairsOf(ReadOnlySpan<byte> bytes) => (HighBytesOf(bytes) + 1) / 2;

    private static int HighBytesOf(ReadOnlySpan<byte> bytes)
    {
        var high = 0;
        foreach (var b in bytes)
        {
            high += b >> 7;
        }
        return high;
    }

    private static int DamageIn(ReadOnlySpan<byte> bytes, Charset charset) => charset.Encoding.GetString(bytes).AsSpan().Count('\uFFFD');

    private static int Utf8Errors(ReadOnlySpan<byte> bytes) => DamageIn(bytes, Charset.Utf8);

    private static bool LooksWide(ReadOnlySpan<byte> bytes) => bytes.Length % 2 == 0 && (bytes.Contains((byte)0) || !Utf8.IsValid(bytes));

    // raw escapes without a label: to kanji and back (RFC 1468)
    private static bool IsIso2022Jp(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0x1B) && (bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0);

    private static string Damaged(string text, ref MailDefectKind? defect)
    {
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            defect ??= MailDefectKind.DamagedText;
        }
        return text;
    }
}
