using System.Text;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>
/// Markdown as HTML that is safe to show whoever wrote it: HTML is shown as text, links go to the web, mail, telephone or this
/// application and are never followed by search engines, pictures are those of this application.
/// </summary>
public static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks()
        .UsePipeTables()
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    /// <param name="imagesUnder">The path below which pictures may lie: <c>/files/</c>.</param>
    public static MarkupString ToHtml(string text, string imagesUnder = "/files/")
    {
        if (Parse(text) is not { } document)
        {
            return new($"<p class=\"as-typed\">{HtmlEncoder.Default.Encode(text)}</p>");
        }
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Tame(link, imagesUnder);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !MayLeadTo(link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
            else
            {
                Mark(link);
            }
        }
        return new(document.ToHtml(Pipeline));
    }

    /// <summary>Null for text that nests deeper than anybody means it: it is shown as typed.</summary>
    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Tame(LinkInline link, string imagesUnder)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (link.IsImage && !url.StartsWith(imagesUnder, StringComparison.Ordinal))
        {
            link.IsImage = false;
        }
        if (!MayLeadTo(url))
        {
            link.Url = "";
            link.ReplaceBy(new LiteralInline(TextOf(link)));
        }
        else if (!link.IsImage)
        {
            Mark(link);
        }
    }

    private static bool MayLeadTo(string url) =>
        PageAnswers.IsOwn(url)
        || (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" or "mailto" or "tel" && !url.StartsWith('/'));

    private static void Mark(IMarkdownObject link)
    {
        var attributes = link.GetAttributes();
        attributes.AddPropertyIfNotExist("rel", "noopener nofollow");
        attributes.AddPropertyIfNotExist("target", "_blank");
    }

    private static string TextOf(ContainerInline inline) =>
        inline.Descendants<LiteralInline>().Aggregate(new StringBuilder(), (all, literal) => all.Append(literal.Content.ToString())).ToString();
}
