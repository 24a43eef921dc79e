using System.Text;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
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
        .Use<References>()
        .Build();

    /// <param name="references">What it refers to; null knows of nothing.</param>
    /// <param name="imagesUnder">The path below which pictures may lie: <c>/files/</c>.</param>
    public static MarkupString ToHtml(string text, MarkdownReferences? references = null, string imagesUnder = "/files/")
    {
        references ??= MarkdownReferences.None;
        if (Parse(text, references) is not { } document)
        {
            return new($"<p class=\"as-typed\">{HtmlEncoder.Default.Encode(text)}</p>");
        }
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Tame(link, url => url.StartsWith(imagesUnder, StringComparison.Ordinal) && references.Pictures?.Contains(url) != false);
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
        // a link within a link is none
        foreach (var reference in document.Descendants<ReferenceInline>().Where(r => r.FindParentOfType<LinkInline>().Any()).ToList())
        {
            reference.ReplaceBy(new LiteralInline(reference.AsTyped));
        }
        return new(document.ToHtml(Pipeline));
    }

    /// <summary>What follows each <c>@</c> that is text, up to the end of its line: somebody's name may be its beginning.</summary>
    public static IReadOnlyList<string> AfterAtSigns(string text)
    {
        var heard = new List<string>();
        if (text.Contains('@', StringComparison.Ordinal))
        {
            Parse(text, heard);
        }
        return heard;
    }

    /// <summary>Whether a text, such as what follows an <c>@</c>, begins with the name and the name ends there.</summary>
    public static bool BeginsWithName(string text, string name) => ReferenceParser.Begins(text, name);

    /// <summary>Null for text that nests deeper than anybody means it: it is shown as typed.</summary>
    private static MarkdownDocument? Parse(string text, object references)
    {
        try
        {
            var context = new MarkdownParserContext();
            context.Properties[ReferenceParser.Key] = references;
            return Markdig.Markdown.Parse(text, Pipeline, context);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Tame(LinkInline link, Func<string, bool> isOwnPicture)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (link.IsImage && !isOwnPicture(url))
        {
            link.IsImage = false;
        }
        if (link.IsImage)
        {
            Frame(link, url);
            return;
        }
        if (!MayLeadTo(url))
        {
            link.Url = "";
            link.ReplaceBy(new LiteralInline(TextOf(link)), copyChildren: false);
        }
        else
        {
            Mark(link);
        }
    }

    /// <summary>A picture is fetched when it comes into sight, and opens alone; within a link it leads where that leads.</summary>
    private static void Frame(LinkInline picture, string url)
    {
        picture.GetAttributes().AddPropertyIfNotExist("loading", "lazy");
        if (picture.Parent?.FindParentOfType<LinkInline>().Any() != true)
        {
            var frame = new LinkInline(url, "");
            picture.ReplaceBy(frame, copyChildren: false);
            frame.AppendChild(picture);
            Mark(frame);
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

    private sealed class References : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.InlineParsers.Insert(0, new ReferenceParser());
            // \\server\share is what people type here, not what Markdown makes of it
            pipeline.InlineParsers.TryRemove<EscapeInlineParser>();
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
