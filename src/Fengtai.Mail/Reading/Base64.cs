using System.Buffers;

namespace Fengtai.Mail.Reading;

/// <summary>
/// Base64 (RFC 2045, 6.8): what is not of the alphabet is passed over, a missing end is made up. Behind padding more base64 may follow
/// (parts glued together), but no text, as lists append it.
/// </summary>
internal static class Base64
{
    private static readonly int[] Values = MakeValues();

    /// <summary>0–63, or -1 for what is not of the alphabet.</summary>
    public static int Value(byte letter) => Values[letter];

    /// <param name="target">At least as long as the source.</param>
    /// <returns>Bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> source, Span<byte> target, out bool isDamaged)
    {
        isDamaged = false;
        if (System.Buffers.Text.Base64.DecodeFromUtf8(source, target, out _, out var written) == OperationStatus.Done)
        {
            return written;
        }
        isDamaged = true;
        return DecodeSlowly(source, target);
    }

    private static int DecodeSlowly(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var (bits, count, written) = (0u, 0, 0);
        var lastForeign = source.LastIndexOfAnyExcept(Letters);
        for (var i = 0; i < source.Length; i++)
        {
            var value = Values[source[i]];
            if (value >= 0)
            {
                bits = bits << 6 | (uint)value;
                count += 6;
                if (count >= 8)
                {
                    count -= 8;
                    target[written++] = (byte)(bits >> count);
                }
            }
            else if (source[i] == '=')
            {
                (bits, count) = (0, 0);
                if (lastForeign > i)
                {
                    break;
                }
            }
        }
        return written;
    }

    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n"u8);

    private static int[] MakeValues()
    {
        var values = new int[256];
        values.AsSpan().Fill(-1);
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (var i = 0; i < letters.Length; i++)
        {
            values[letters[i]] = i;
        }
        return values;
    }
}
