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
    [InlineData("![图](/files/1)", "<a href=\"/files/1\" rel=\"noopener nofollow\" target=\"_blank\"><img src=\"/files/1\" loading=\"lazy\" alt=\"图\" /></a>")]
    [InlineData("\\\\fs01\\财务", "\\\\fs01\\财务")]
    [InlineData("[点这里](javascript:alert(1))", "<p>点这里</p>")]
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

    [Theory]
    [InlineData("请@李雷看一下", "请<span class=\"mention\">@李雷</span>看一下")]
    [InlineData("@李 也行", "<span class=\"mention own\">@李</span> 也行")]
    [InlineData("@anna.b。@anna", "<span class=\"mention\">@anna.b</span>。@anna")]
    [InlineData("见 #100042。", "见 <a class=\"reference\" href=\"/desk/tickets/100042\" title=\"&lt;b&gt;卡纸\">#100042</a>。")]
    [InlineData("#100042", "<p><a class=\"reference\"")]
    [InlineData("**#100043**", "<strong><a class=\"reference over\"")]
    public void WhatIsKnown_IsShown(string text, string expected) => Assert.Contains(expected, Markdown.ToHtml(text, Known).Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("写给 li@李雷.example")]
    [InlineData("`@李雷 #100042`")]
    [InlineData("    @李雷 #100042")]
    [InlineData("@anna.bc #1000423 #100042a a#100042 &#100042;")]
    [InlineData("https://x.example/#100042")]
    public void WhatIsNoReference_StaysAsTyped(string text)
    {
        var html = Markdown.ToHtml(text, Known).Value;
        Assert.DoesNotContain("mention", html, StringComparison.Ordinal);
        Assert.DoesNotContain("reference", html, StringComparison.Ordinal);
    }

    [Fact]
    public void LinkWithinALink_IsNone()
    {
        var body = new HtmlParser().ParseDocument(Markdown.ToHtml("[见 #100042](https://x.example)", Known).Value).Body!;
        Assert.Equal("https://x.example", Assert.Single(body.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal("见 #100042", body.TextContent.Trim());
    }

    [Fact]
    public void Pictures_AreThoseThatBelongHere() => Assert.Equal(
        ["/files/1"],
        new HtmlParser().ParseDocument(Markdown.ToHtml("![a](/files/1) ![b](/files/2)", Known with { Pictures = new HashSet<string> { "/files/1" } }).Value).QuerySelectorAll("img").Select(i => i.GetAttribute("src")));

    [Fact]
    public void NamesAreHeard_WhereTheyAreText() => Assert.Equal(["李雷 看", "anna"], Markdown.AfterAtSigns("@李雷 看\n`@code` a@b.example\n\n    @block\n\n- @anna"));

    private static readonly MarkdownReferences Known = new()
    {
        Mentions = new Dictionary<string, bool> { ["李"] = true, ["李雷"] = false, ["anna.b"] = false },
        Numbers = new Dictionary<long, NumberLink> { [100042] = new("/desk/tickets/100042", "<b>卡纸", false), [100043] = new("/requests/100043", "x", true) },
    };

    [Fact]
    public void Text_DeeplyNested_IsAnsweredInTime()
    {
        var html = Markdown.ToHtml(new string('>', 5000) + new string('[', 5000) + new string('*', 5000)).Value;

        Assert.NotEmpty(html);
    }
}
