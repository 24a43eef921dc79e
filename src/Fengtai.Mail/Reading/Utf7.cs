using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>UTF-7 (RFC 2152), which the framework no longer reads: between "+" and "-" stand UTF-16 units in base64 without padding.</summary>
internal static class Utf7
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+')
            {
                text.Append((char)bytes[i]);
                continue;
            }
            var start = ++i;
            var (bits, count) = (0u, 0);
            for (; i < bytes.Length && Base64.Value(bytes[i]) is >= 0 and var value; i++)
            {
                bits = bits << 6 | (uint)value;
                count += 6;
                if (count >= 16)
                {
                    count -= 16;
                    text.Append((char)(bits >> count & 0xFFFF));
                }
            }
            var isClosed = i < bytes.Length && bytes[i] == '-';
            if (i == start)
            {
                text.Append('+');
            }
            if (!isClosed)
            {
                i--;
            }
        }
        return text.ToString();
    }
}
