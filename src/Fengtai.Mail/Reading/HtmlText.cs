using System.Buffers;
using System.Net;
using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>HTML as text to read: blocks become lines, quotations get their ">", what is not shown is left out. Knows no styles and needs no document, so that it takes any input.</summary>
internal static class HtmlText
{
    private const int DeepestQuote = 20;

    private const int MostParts = 2000;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"';/>)");
    private static readonly HashSet<string> Hidden = new(["head", "script", "style", "title", "template", "noscript", "object"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Blocks = new(
        ["p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section", "article", "header", "footer", "dl", "dt", "dd", "form", "address", "center", "body"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What the document says of itself, in its first kilobyte (HTML, 13.2.3.2).</summary>
    public static string? CharsetOf(ReadOnlySpan<byte> html)
    {
        var start = Encoding.Latin1.GetString(html[..Math.Min(html.Length, 1024)]);
        var at = start.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }
        var value = start.AsSpan(at + "charset".Length).TrimStart();
        if (!value.StartsWith("="))
        {
            return null;
        }
        value = value[1..].TrimStart(" \t\"'");
        var end = value.IndexOfAny(ValueEnds);
        return end > 0 ? value[..end].ToString() : null;
    }

    /// <summary>The ids of parts that the document shows (RFC 2392).</summary>
    public static HashSet<string> ShownParts(string html)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; ids.Count < MostParts && html.IndexOf("cid:", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found;)
        {
            at = found + "cid:".Length;
            var id = html.AsSpan(at, Math.Min(500, html.Length - at));
            var end = id.IndexOfAny(ValueEnds);
            ids.Add(WebUtility.UrlDecode((end < 0 ? id : id[..end]).ToString()));
        }
        return ids;
    }

    public static string FromPlain(string text) => $"<pre>{WebUtility.HtmlEncode(text)}</pre>";

    public static string ToPlain(string html)
    {
        var writer = new PlainWriter(DeepestQuote);
        var (at, close, lastEnd) = (0, -1, html.LastIndexOf('>'));
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0 || open > lastEnd)
            {
                writer.Write(html.AsSpan(at));
                break;
            }
            writer.Write(html.AsSpan(at, open - at));
            // looked for once, so that a text of beginnings takes no square of time
            close = close > open ? close : html.IndexOf('>', open);
            at = SkipTag(html, open, close, writer);
        }
        return writer.Finish();
    }

    private static int SkipTag(string html, int open, int close, PlainWriter writer)
    {
        if (html.AsSpan(open).StartsWith("<!--"))
        {
            return html.IndexOf("-->", open, StringComparison.Ordinal) is > 0 and var end ? end + 3 : html.Length;
        }
        var inner = html.AsSpan(open + 1, close - open - 1);
        var isEnd = inner.StartsWith("/");
        var name = Name(isEnd ? inner[1..] : inner);
        if (name.Length == 0)
        {
            if (!isEnd && !inner.StartsWith("!") && !inner.StartsWith("?"))
            {
                writer.Write("<");
                return open + 1;
            }
            return close + 1;
        }
        if (Hidden.Contains(name) && !isEnd)
        {
            return html.IndexOf("</" + name, close, StringComparison.OrdinalIgnoreCase) is > 0 and var end ? end : html.Length;
        }
        Tag(name, isEnd, writer);
        return close + 1;
    }

    private static void Tag(string name, bool isEnd, PlainWriter writer)
    {
        switch (name)
        {
            case "br":
                writer.Break();
                break;
            case "td" or "th" when isEnd:
                writer.Write(" ");
                break;
            case "blockquote":
                writer.Block();
                writer.Quote(isEnd ? -1 : 1);
                break;
            case "pre":
                writer.Block();
                writer.KeepsSpace = !isEnd;
                break;
            case "hr":
                writer.Block();
                writer.Write("________________________________");
                writer.Block();
                break;
            case "li" when !isEnd:
                writer.Block();
                writer.Write("- ");
                break;
            case "p":
                writer.Block();
                writer.Space();
                break;
            default:
                if (Blocks.Contains(name))
                {
                    writer.Block();
                }
                break;
        }
    }

    private static string Name(ReadOnlySpan<char> inner)
    {
        var end = 0;
        while (end < inner.Length && end < 20 && (char.IsAsciiLetterOrDigit(inner[end]) || inner[end] == ':' && end > 0))
        {
            end++;
        }
        return end > 0 && char.IsAsciiLetter(inner[0]) ? inner[..end].ToString().ToLowerInvariant() : "";
    }
}
