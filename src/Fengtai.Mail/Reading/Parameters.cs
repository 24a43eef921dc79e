using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>
/// A value and its parameters (RFC 2045, 5.1), continued and encoded (RFC 2231). Forgiving: comments, missing semicolons, missing
/// quotation marks, encoded words where they are not allowed (RFC 2047, 5), spaces in names of files.
/// </summary>
internal ref struct Parameters
{
    private const int Most = 200;

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private Parameters(string text) => _text = text;

    /// <summary>The value in lower case, empty where there is none.</summary>
    public static ContentType Read(string text)
    {
        var reader = new Parameters(text);
        var value = reader.Value();
        var pieces = new List<ParameterPiece>();
        while (pieces.Count < Most && reader.Next() is { } piece)
        {
            pieces.Add(piece);
        }
        return new(value, ParameterPiece.Join(pieces));
    }

    private string Value()
    {
        var value = new StringBuilder();
        while (_at < _text.Length && _text[_at] != ';')
        {
            if (_text[_at] == '(')
            {
                SkipComment();
                continue;
            }
            if (_text[_at] is not (' ' or '\t'))
            {
                value.Append(char.ToLowerInvariant(_text[_at++]));
                continue;
            }
            SkipSpace();
            // a parameter without its semicolon
            if (value.Length > 0 && value[^1] != '/' && !(_at < _text.Length && _text[_at] is '/' or '('))
            {
                break;
            }
        }
        return value.ToString();
    }

    private ParameterPiece? Next()
    {
        while (_at < _text.Length)
        {
            SkipSpace();
            if (_at < _text.Length && _text[_at] == '(')
            {
                SkipComment();
                continue;
            }
            var nameStart = _at;
            while (_at < _text.Length && _text[_at] is not ('=' or ';'))
            {
                _at++;
            }
            var name = _text[nameStart.._at].Trim();
            if (_at >= _text.Length || _text[_at++] == ';')
            {
                continue;
            }
            SkipSpace();
            var value = _at < _text.Length && _text[_at] == '"' ? Quoted() : Bare();
            // "name" may be preceded by words that are none of it
            var space = name.LastIndexOfAny(' ', '\t');
            name = space < 0 ? name : name[(space + 1)..];
            if (!name.IsEmpty && value.Length > 0)
            {
                return new(name.ToString().ToLowerInvariant(), value);
            }
        }
        return null;
    }

    private string Quoted()
    {
        _at++;
        var value = new StringBuilder();
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '"' or '\\')
            {
                _at++;
            }
            value.Append(_text[_at++]);
        }
        _at++;
        return value.ToString();
    }

    // up to a semicolon, or to the next parameter where the semicolon was forgotten
    private string Bare()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] != ';')
        {
            if (_text[_at] is not (' ' or '\t'))
            {
                _at++;
                continue;
            }
            var spaceAt = _at;
            SkipSpace();
            if (_at < _text.Length && (_text[_at] == '(' || StartsParameter(_text[_at..])))
            {
                return _text[start..spaceAt].ToString();
            }
        }
        return _text[start.._at].Trim().ToString();
    }

    private static bool StartsParameter(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && end < 40 && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '-' or '*' or '_'))
        {
            end++;
        }
        return end > 0 && end < rest.Length && rest[end] == '=';
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipComment()
    {
        var depth = 0;
        do
        {
            depth += _text[_at++] switch { '(' => 1, ')' => -1, _ => 0 };
        }
        while (depth > 0 && _at < _text.Length);
    }
}
