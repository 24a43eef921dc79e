using System.Buffers;
using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>
/// Address lists (RFC 5322, 3.4 and 4.4): names, groups, comments, routes (dropped). Forgiving: semicolons as commas, addresses without brackets behind
/// names, brackets and quotation marks that are not closed, encoded words with commas in them.
/// </summary>
internal sealed class AddressList
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(" \t\",;<>");

    private readonly HeaderField? _field;
    private readonly string _text;
    private readonly int _most;
    private readonly List<MailAddress> _addresses = [];
    private readonly List<Word> _words = [];
    private readonly int _lastQuote;
    private readonly int _lastBracket;
    private string? _address;
    private string? _comment;
    private string? _group;
    private bool _hasComments = true;
    private int _terminator = -1;
    private int _at;

    private AddressList(string text, HeaderField? field)
    {
        (_text, _field, _most) = (text, field, field?.Context.Limits.Addresses ?? MailLimits.Usual.Addresses);
        (_lastQuote, _lastBracket) = (text.LastIndexOf('"'), text.LastIndexOf('>'));
    }

    /// <param name="Text">As written, without quotation marks.</param>
    /// <param name="HasSpace">Whether white space stands before it.</param>
    private readonly record struct Word(string Text, bool IsQuoted, bool HasSpace);

    public static List<MailAddress> Read(HeaderField field) => new AddressList(field.Literal, field).Read();

    public static List<MailAddress> Read(string text) => new AddressList(text, null).Read();

    private List<MailAddress> Read()
    {
        var hasSpace = false;
        while (_at < _text.Length && _addresses.Count < _most)
        {
            var c = _text[_at];
            switch (c)
            {
                case ' ' or '\t':
                    hasSpace = true;
                    _at++;
                    continue;
                case ',' or ';' or '，' or '；' or '、':
                    Finish();
                    _group = c == ';' ? null : _group;
                    _at++;
                    break;
                case '"' when _at < _lastQuote:
                    _words.Add(new(Quoted(), true, hasSpace));
                    break;
                case '(' when _hasComments && Comment() is { } comment:
                    _comment ??= comment;
                    hasSpace = true;
                    continue;
                case '<':
                    Bracket();
                    break;
                case ':' when StartsGroup():
                    _group = Name();
                    Clear();
                    _at++;
                    break;
                default:
                    _words.Add(new(Atom(), false, hasSpace));
                    break;
            }
            hasSpace = false;
        }
        Finish();
        if (_at < _text.Length)
        {
            _field?.Note(MailDefectKind.TooManyAddresses);
        }
        return _addresses;
    }

    // a colon within an address is one of a link: <mailto:…> without brackets
    private bool StartsGroup() => _address is null && _words.Count > 0 && !_words.Exists(w => !w.IsQuoted && (w.Text.Contains('@') || w.Text.Equals("mailto", StringComparison.OrdinalIgnoreCase)));

    private string Quoted()
    {
        var text = new StringBuilder();
        _at++;
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
            }
            text.Append(_text[_at++]);
        }
        _at++;
        return text.ToString();
    }

    // null where it is never closed: then no parenthesis that follows is a comment
    private string? Comment()
    {
        var text = new StringBuilder();
        var depth = 0;
        for (var i = _at; i < _text.Length; i++)
        {
            var c = _text[i];
            if (c == '\\' && i + 1 < _text.Length)
            {
                text.Append(_text[++i]);
                continue;
            }
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                _at = i + 1;
                return EncodedWords.Decode(text.ToString().Trim(), _field) is { Length: > 0 } comment ? comment : "";
            }
            if (depth > 1 || c != '(')
            {
                text.Append(c);
            }
        }
        _hasComments = false;
        return null;
    }

    private void Bracket()
    {
        if (_address is not null)
        {
            Finish();
        }
        var start = ++_at;
        var end = _at <= _lastBracket ? _text.IndexOf('>', start) : -1;
        if (end < 0)
        {
            end = _text.IndexOfAny([',', ';'], start) is >= 0 and var comma ? comma : _text.Length;
            _at = end;
        }
        else
        {
            _at = end + 1;
        }
        _address = Address(_text[start..end]);
    }

    private string Atom()
    {
        var start = _at;
        while (_at < _text.Length)
        {
            if (_text[_at] == '=' && _at + 1 < _text.Length && _text[_at + 1] == '?' && EncodedWords.EndOf(_text, _at, ref _terminator) is > 0 and var end)
            {
                _at = end;
                continue;
            }
            if (_at > start && _text[_at] is ' ' or '\t' or ',' or ';' or '<' or '"' or ':' or '，' or '；' or '、' || _at > start && _text[_at] == '(' && _hasComments)
            {
                break;
            }
            _at++;
        }
        return _text[start.._at];
    }

    private void Finish()
    {
        if (_address is null && _words.Count > 0)
        {
            TakeAddressFromWords();
        }
        if (_address is not null || _words.Count > 0)
        {
            var name = Name() is { Length: > 0 } phrase ? phrase : string.IsNullOrEmpty(_comment) ? null : _comment;
            _addresses.Add(new(name, _address ?? "", _group));
        }
        Clear();
    }

    private void Clear()
    {
        _words.Clear();
        (_address, _comment) = (null, null);
    }

    // RFC 5322, 4.4: white space around the dots and the "@" is allowed, and none of the address
    private void TakeAddressFromWords()
    {
        var at = _words.FindLastIndex(w => w.Text.Contains('@') && !(w.IsQuoted && _words.Count > 1));
        if (at < 0)
        {
            return;
        }
        var (start, end) = (at, at);
        while (start > 0 && (!_words[start].HasSpace || _words[start].Text.StartsWith('@') || _words[start - 1].Text.EndsWith('@') || _words[start - 1].Text == "." || _words[start].Text == "."))
        {
            start--;
        }
        while (end + 1 < _words.Count && (!_words[end + 1].HasSpace || _words[end].Text.EndsWith('@') || _words[end].Text.EndsWith('.') || _words[end + 1].Text.StartsWith('.')))
        {
            end++;
        }
        _address = Address(string.Concat(_words[start..(end + 1)].Select(w => w.IsQuoted && w.Text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{w.Text}\"" : w.Text)));
        _words.RemoveRange(start, end + 1 - start);
    }

    // in brackets: without route, comments and white space outside quotation marks
    private static string Address(string text)
    {
        text = text.Trim().TrimStart('<');
        if (text.StartsWith('@') && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var route)
        {
            text = text[(route + 1)..];
        }
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text["mailto:".Length..];
        }
        if (text.AsSpan().IndexOfAny(" \t(") < 0)
        {
            return text;
        }
        var plain = new StringBuilder(text.Length);
        var (isQuoted, depth) = (false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            isQuoted ^= c == '"' && depth == 0;
            depth += isQuoted ? 0 : c == '(' ? 1 : 0;
            if (depth == 0 && (isQuoted || c is not (' ' or '\t')))
            {
                plain.Append(c);
            }
            depth -= !isQuoted && c == ')' && depth > 0 ? 1 : 0;
        }
        return plain.ToString();
    }

    private string? Name()
    {
        if (_words.Count == 0)
        {
            return null;
        }
        var name = new StringBuilder();
        foreach (var word in _words)
        {
            name.Append(name.Length > 0 && word.HasSpace ? " " : "").Append(word.Text);
        }
        return EncodedWords.Decode(name.ToString(), _field).Trim();
    }
}
