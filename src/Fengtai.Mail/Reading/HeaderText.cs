using System.Buffers;

namespace Fengtai.Mail.Reading;

/// <summary>
/// The text of a field (RFC 5322, 2.2.3): each fold becomes one space. Raw characters are UTF-8 (RFC 6532) where they can be, else
/// whatever the message's parts are in, else what they look like.
/// </summary>
internal static class HeaderText
{
    public static string Unfold(ReadOnlySpan<byte> raw, HeaderField field)
    {
        if (raw.Length > field.Context.Limits.FieldBytes)
        {
            raw = raw[..field.Context.Limits.FieldBytes];
            field.Note(MailDefectKind.FieldTooLong);
        }
        raw = raw.Trim(" \t\r\n"u8);
        if (raw.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            return Decode(raw, field);
        }
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        var length = Unfold(raw, buffer);
        var text = Decode(buffer.AsSpan(0, length), field);
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    private static int Unfold(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var length = 0;
        while (!raw.IsEmpty)
        {
            var end = raw.IndexOfAny((byte)'\r', (byte)'\n');
            var line = (end < 0 ? raw : raw[..end]).Trim(" \t"u8);
            raw = end < 0 ? [] : raw[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }
            if (length > 0)
            {
                target[length++] = (byte)' ';
            }
            line.CopyTo(target[length..]);
            length += line.Length;
        }
        return length;
    }

    private static string Decode(ReadOnlySpan<byte> bytes, HeaderField field)
    {
        var text = TextDecoder.Guess(bytes, field.Context.Charset, out var isUtf8);
        if (!isUtf8)
        {
            field.Note(MailDefectKind.RawCharacters);
        }
        return text;
    }
}
