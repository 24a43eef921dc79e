using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>Text as it is gathered: neighbouring words of one character set are decoded together, and white space between words is none of the text.</summary>
internal sealed class EncodedRun(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly StringBuilder _base64 = new();
    private readonly StringBuilder _space = new();
    private string? _charset;

    public void AddPlain(ReadOnlySpan<char> plain)
    {
        if (plain.IsEmpty)
        {
            return;
        }
        if (_charset is not null && plain.IsWhiteSpace())
        {
            _space.Append(plain);
            return;
        }
        Flush();
        _text.Append(plain);
    }

    public void AddWord(EncodedWord word)
    {
        _space.Clear();
        if (_charset is not null && !_charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase))
        {
            Flush();
        }
        _charset = word.Charset;
        if (word.IsBase64)
        {
            AddBase64(word.Content);
            return;
        }
        FlushBase64();
        AddQuoted(word.Content);
    }

    public string Finish()
    {
        Flush();
        return _text.ToString();
    }

    // RFC 2047, 5 forbids to cut a group of four between two words; some do
    private void AddBase64(ReadOnlySpan<char> content)
    {
        foreach (var c in content)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=')
            {
                _base64.Append(c);
            }
        }
        if (_base64.Length % 4 == 0 || content.EndsWith('='))
        {
            FlushBase64();
        }
    }

    // RFC 2047, 4.2
    private void AddQuoted(ReadOnlySpan<char> content)
    {
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '=' && i + 2 < content.Length && char.IsAsciiHexDigit(content[i + 1]) && char.IsAsciiHexDigit(content[i + 2]))
            {
                Add(byte.Parse(content.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
            else if (c < 0x80)
            {
                Add(c == '_' ? (byte)' ' : (byte)c);
            }
            else
            {
                _bytes.Write(utf8[..Encoding.UTF8.GetBytes(content.Slice(i, 1), utf8)]);
            }
        }
    }

    private void Add(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    private void FlushBase64()
    {
        if (_base64.Length == 0)
        {
            return;
        }
        var source = Encoding.ASCII.GetBytes(_base64.ToString());
        _base64.Clear();
        var target = _bytes.GetSpan(source.Length);
        _bytes.Advance(Base64.Decode(source, target, out _));
    }

    private void Flush()
    {
        FlushBase64();
        if (_charset is not null)
        {
            _text.Append(TextDecoder.Decode(_bytes.WrittenSpan, _charset));
            _bytes.ResetWrittenCount();
            _charset = null;
        }
        _text.Append(_space);
        _space.Clear();
    }
}
