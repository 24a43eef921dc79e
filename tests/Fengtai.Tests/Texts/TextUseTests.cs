using Xunit;

namespace Fengtai.Tests.Texts;

public sealed class TextUseTests
{
    [Theory]
    [InlineData("""@Texts["a.b"]""", "a.b")]
    [InlineData("""<p title="@Texts["a.title", Count("x.y")]">""", "a.title")]
    [InlineData("""return _texts["a.b-c"].Value;""", "a.b-c")]
    [InlineData("""texts[kind == Kind.One ? "a.one" : "a.many", number]""", "a.many a.one")]
    [InlineData("""texts[names[3] is { } n ? "a.x" : "a.y"]""", "a.x a.y")]
    [InlineData("""new NavEntry(TextKey: "a.queue")""", "a.queue")]
    [InlineData("""<Tab TextKey="a.queue" />""", "a.queue")]
    [InlineData("""new Refusal("a.closed")""", "")]
    public void Lookup_DemandsTheText(string source, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(source).Demanded));

    [Theory]
    [InlineData("""new Refusal("a.closed")""", "a.closed", true)]
    [InlineData("""Texts[$"a.status.{status}"]""", "a.status.new", true)]
    [InlineData("""Texts[$"a.status.{status}"]""", "a.kind.new", false)]
    [InlineData("""Texts[$"a.status{status}Title"]""", "a.statusNewTitle", true)]
    [InlineData("""Texts[$"a.status.{status}.title"]""", "a.status.new.title", true)]
    [InlineData("""Texts[$"a.status.{status}.title"]""", "a.status.new", false)]
    [InlineData("""Texts[$"a.{status}"]""", "a.status", false)]
    [InlineData("""Texts[$"{practice}.status"]""", "a.status", false)]
    [InlineData("""// a.closed""", "a.closed", false)]
    public void Literal_UsesTheText(string source, string key, bool expected) =>
        Assert.Equal(expected, Of(source).Uses(key));

    private static TextUse Of(string source)
    {
        var use = new TextUse();
        use.Read(source);
        return use;
    }
}
