using AngleSharp.Html.Parser;
using Fengtai.Platform.Ui;
using Xunit;

namespace Fengtai.Tests.Ui;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**重要**", "<strong>重要</strong>")]
    [InlineData("一行\n二行", "一行<br />\n二行")]
    [InlineData("- 甲\n- 乙", "<li>甲</li>\n<li>乙</li>")]
    [InlineData("`reg add`", "<code>reg add</code>")]
    [InlineData("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;")]
    [InlineData("[说明](https://example.com/a)", "<a href=\"https://example.com/a\" rel=\"noopener nofollow\" target=\"_blank\">说明</a>")]
    [InlineData("https://example.com/a", "<a href=\"https://example.com/a\" rel=\"noopener nofollow\" target=\"_blank\">https://example.com/a</a>")]
    [InlineData("![图](/files/1)", "<img src=\"/files/1\" alt=\"图\" />")]
    public void Text_IsFormatted(string text, string expected) => Assert.Contains(expected, Markdown.ToHtml(text).Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\nscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/\\evil.example/)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("![x](/api/v1/tickets)")]
    [InlineData("![x\" onerror=\"alert(1)](/files/1)")]
    [InlineData("[x](https://a.example \"t\\\" onclick=\\\"alert(1)\")")]
    [InlineData("[a]\n\n[a]: javascript:alert(1)")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("|a|b|\n|-|-|\n|<svg onload=alert(1)>|x|")]
    public void Text_WithMalice_IsHarmless(string text)
    {
        var body = new HtmlParser().ParseDocument(Markdown.ToHtml(text).Value).Body!;

        Assert.Empty(body.QuerySelectorAll("script, svg, iframe, style, form, object"));
        Assert.All(body.QuerySelectorAll("*"), e => Assert.DoesNotContain(e.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name == "style"));
        Assert.All(body.QuerySelectorAll("a"), a => Assert.Matches("^(https?://|mailto:|tel:|/(?![/\\\\]))", a.GetAttribute("href")));
        Assert.All(body.QuerySelectorAll("img"), i => Assert.StartsWith("/files/", i.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public void Text_DeeplyNested_IsAnsweredInTime()
    {
        var html = Markdown.ToHtml(new string('>', 5000) + new string('[', 5000) + new string('*', 5000)).Value;

        Assert.NotEmpty(html);
    }
}
