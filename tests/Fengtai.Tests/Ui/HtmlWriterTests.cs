using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Fengtai.Tests.Ui;

/// <summary>What is written by hand must be as safe as what a component writes.</summary>
public sealed class HtmlWriterTests
{
    private readonly HtmlWriter _html = new(new AssetUrls(new DefaultEndpointDataSource()));

    [Theory]
    [InlineData("打印机卡纸", "打印机卡纸")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onmouseover=\"alert(1)", "&quot; onmouseover=&quot;alert(1)")]
    [InlineData("it's & more", "it&#x27;s &amp; more")]
    [InlineData(null, "")]
    public void Values_AreEncoded(string? value, string written) =>
        Assert.Equal($"<b title=\"{written}\">{written}</b>", _html.Add($"<b title=\"{value}\">{value}</b>").Take());

    [Fact]
    public void Taking_BeginsAnew()
    {
        Assert.Equal("<i>12</i>", _html.Add($"<i>{12L}</i>").Take());
        Assert.Equal("<u>甲</u>", _html.AddMarkup("<u>甲</u>").Take());
    }

    [Fact]
    public void Parts_EncodeWhatTheyAreGiven()
    {
        PersonMark.Write(_html, "<王>");
        Pill.Write(_html, Tone.Red, "a<b");
        Icon.Write(_html, "eye", "small", "\"><img>");
        var written = _html.Take();
        Assert.DoesNotContain("<王>", written, StringComparison.Ordinal);
        Assert.DoesNotContain("a<b", written, StringComparison.Ordinal);
        Assert.DoesNotContain("<img>", written, StringComparison.Ordinal);
        Assert.Contains("<span class=\"name\">&lt;王&gt;</span>", written, StringComparison.Ordinal);
    }
}
