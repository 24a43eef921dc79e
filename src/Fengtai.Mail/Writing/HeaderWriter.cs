using System.Globalization;
using System.Text;

namespace Fengtai.Mail.Writing;

/// <summary>Fields in lines of 78 letters where they can be folded (RFC 5322, 2.1.1 and 2.2.3).</summary>
internal sealed class HeaderWriter
{
    private const int LongestLine = 78;

    private readonly StringBuilder _header = new();

    public HeaderWriter Text(string name, string text)
    {
        text = EncodedText.OnOneLine(text);
        return EncodedText.IsPlain(text) ? Words(name, text.Split(' ')) : Line(name, EncodedText.Encode(text, name.Length + 2));
    }

    public HeaderWriter Mailboxes(string name, IReadOnlyList<MailAddress> mailboxes) =>
        mailboxes.Count == 0 ? this : Words(name, [.. mailboxes.Select((m, i) => Addresses.Write(m) + (i < mailboxes.Count - 1 ? "," : ""))]);

    public HeaderWriter Ids(string name, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            if (id.Length is 0 or > 900 || id.Any(c => c is < '!' or > '~' or '<' or '>'))
            {
                throw new ArgumentException($"Not an id that can be written: {id}", nameof(ids));
            }
        }
        return ids.Count == 0 ? this : Words(name, [.. ids.Select(i => $"<{i}>")]);
    }

    /// <summary>RFC 5322, 3.3.</summary>
    public HeaderWriter Date(DateTimeOffset at) =>
        Line("Date", at.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));

    /// <summary>A value of ours with its parameters, each in a line of its own (RFC 2045, 5.1; RFC 2231).</summary>
    public HeaderWriter Value(string name, string value, params IEnumerable<(string Name, string Value)> parameters)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('/' or '-' or '+' or '.' or '_'))
            {
                throw new ArgumentException($"Not a value that can be written: {value}", nameof(value));
            }
        }
        return Line(name, value + string.Concat(parameters.SelectMany(p => Parameter(p.Name, p.Value))));
    }

    public HeaderWriter Line(string name, string value)
    {
        _header.Append(name).Append(": ").Append(value).Append("\r\n");
        return this;
    }

    public override string ToString() => _header.ToString();

    private HeaderWriter Words(string name, IReadOnlyList<string> words)
    {
        _header.Append(name).Append(':');
        var column = name.Length + 1;
        for (var i = 0; i < words.Count; i++)
        {
            var firstLine = words[i].IndexOf('\r', StringComparison.Ordinal) is >= 0 and var end ? end : words[i].Length;
            if (i > 0 && column + 1 + firstLine > LongestLine)
            {
                _header.Append("\r\n");
                column = 0;
            }
            _header.Append(' ').Append(words[i]);
            column = words[i].LastIndexOf('\n') is >= 0 and var last ? words[i].Length - last - 1 : column + 1 + words[i].Length;
        }
        _header.Append("\r\n");
        return this;
    }

    private static IEnumerable<string> Parameter(string name, string value)
    {
        value = EncodedText.OnOneLine(value);
        if (EncodedText.IsPlain(value) && value.Length < 60)
        {
            return [$";\r\n {name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
        }
        var pieces = Percent(value).Chunk(10).Select(c => string.Concat(c)).ToList();
        return pieces.Count == 1
            ? [$";\r\n {name}*=utf-8''{pieces[0]}"]
            : pieces.Select((p, i) => $";\r\n {name}*{i}*={(i == 0 ? "utf-8''" : "")}{p}");
    }

    // RFC 2231, 7; each whole character
    private static IEnumerable<string> Percent(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            yield return rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '-' or '_')
                ? rune.ToString()
                : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(b => $"%{b:X2}"));
        }
    }
}
