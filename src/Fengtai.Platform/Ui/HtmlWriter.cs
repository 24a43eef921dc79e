using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Fengtai.Platform.Ui;

/// <summary>
/// Writes HTML by hand, for what a page has hundreds of: of an interpolated string the text stands as it is, the values are encoded.
/// A row of a list as components costs twenty times as much.
/// </summary>
public sealed class HtmlWriter(AssetUrls urls, int capacity = 256)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new(capacity);

    internal AssetUrls Urls => urls;

    /// <param name="piece">Well-formed by itself or with what follows; values may stand between tags and in quoted attributes.</param>
    public HtmlWriter Add([InterpolatedStringHandlerArgument("")] ref Piece piece) => this;

    /// <summary>What is well-formed and encoded already.</summary>
    public HtmlWriter AddMarkup(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>What was written, and begins anew.</summary>
    public string Take()
    {
        var html = _html.ToString();
        _html.Clear();
        return html;
    }

    /// <summary>The parts of an interpolated string as they are written.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly StringBuilder _html;

        public Piece(int literalLength, int formattedCount, HtmlWriter writer) => _html = writer._html;

        public void AppendLiteral(string markup) => _html.Append(markup);

        // what needs no encoding comes back as it is
        public void AppendFormatted(string? text) => _html.Append(text is null ? null : Encoder.Encode(text));

        public void AppendFormatted(long number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
