using System.Net;
using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>Text with the white space of HTML: runs are one space, lines begin where blocks do.</summary>
internal sealed class PlainWriter(int deepestQuote)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private int _breaks;
    private bool _hasSpace;
    private bool _isLineEmpty = true;

    public bool KeepsSpace { get; set; }

    public void Write(ReadOnlySpan<char> html)
    {
        if (html.IsEmpty)
        {
            return;
        }
        var decoded = html.Contains('&') ? WebUtility.HtmlDecode(html.ToString()) : html;
        foreach (var c in decoded)
        {
            if (KeepsSpace && c == '\n')
            {
                Break();
            }
            else if (c is ' ' or '\t' or '\r' or '\n' && !KeepsSpace)
            {
                _hasSpace = !_isLineEmpty;
            }
            else if (c is not ('\r' or '\u200B' or '\uFEFF'))
            {
                Add(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    public void Break()
    {
        _breaks = Math.Min(_breaks + 1, 3);
        (_hasSpace, _isLineEmpty) = (false, true);
    }

    /// <summary>Begins a new line unless one has begun.</summary>
    public void Block()
    {
        if (!_isLineEmpty)
        {
            Break();
        }
    }

    /// <summary>An empty line between paragraphs.</summary>
    public void Space() => _breaks = _text.Length > 0 ? Math.Max(_breaks, 2) : 0;

    public void Quote(int change) => _depth = Math.Clamp(_depth + change, 0, deepestQuote);

    public string Finish() => _text.ToString().TrimEnd();

    private void Add(char c)
    {
        if (_isLineEmpty)
        {
            for (; _breaks > 0; _breaks--)
            {
                _text.Append(_text.Length > 0 ? "\n" : "");
            }
            _text.Append('>', _depth).Append(_depth > 0 ? " " : "");
            _isLineEmpty = false;
        }
        else if (_hasSpace)
        {
            _text.Append(' ');
        }
        _hasSpace = false;
        _text.Append(c);
    }
}
