using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>Flowed text (RFC 3676): a line that ends with a space goes on in the next one of the same depth of quotation.</summary>
internal static class FlowedText
{
    /// <param name="deletesSpace">RFC 3676, 4.1: the space itself is none of the text, as in Chinese.</param>
    public static string Join(string text, bool deletesSpace)
    {
        var joined = new StringBuilder(text.Length);
        var (depth, flows) = (0, false);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var quotes = line.IndexOfAnyExcept('>') is >= 0 and var end ? end : line.Length;
            var content = line[quotes..];
            content = content.StartsWith(" ") ? content[1..] : content;
            var isSignature = content.SequenceEqual("-- ");
            if (!flows || quotes != depth || isSignature)
            {
                joined.Append(joined.Length > 0 ? "\n" : "").Append('>', quotes).Append(quotes > 0 ? " " : "");
            }
            flows = content.EndsWith(" ") && !isSignature;
            depth = quotes;
            joined.Append(flows && deletesSpace ? content[..^1] : content);
        }
        return joined.ToString();
    }
}
