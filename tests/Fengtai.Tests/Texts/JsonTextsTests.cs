using System.Globalization;
using System.Text;
using Fengtai.Platform.Texts;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Fengtai.Tests.Texts;

public sealed class JsonTextsTests
{
    private static readonly JsonTexts Texts = new(
    [
        File("Sample.Texts.zh-CN.json", """{ "queue.title": "待办", "queue.count": "{0} 张工单", "queue.sum": "共 {0:N0} 元", "sample.mood.quiteGood": "不错", "sample.mood.bad": "不好" }"""),
        File("Sample.Texts.en.json", """{ "queue.title": "Queue", "queue.count": "{0} tickets", "queue.count.one": "{0} ticket" }"""),
    ]);

    [Theory]
    [InlineData("zh-CN", "待办")]
    [InlineData("zh", "待办")]
    [InlineData("en", "Queue")]
    [InlineData("en-GB", "Queue")]
    [InlineData("de", "待办")]
    [InlineData("", "待办")]
    public void Text_IsInTheLanguageOfTheReader_OrChinese(string culture, string expected) =>
        Assert.Equal(expected, In(culture, () => Texts["queue.title"]));

    [Theory]
    [InlineData("en", 0, "0 tickets")]
    [InlineData("en", 1, "1 ticket")]
    [InlineData("en", 2, "2 tickets")]
    [InlineData("en", 1L, "1 ticket")]
    [InlineData("en", "1", "1 tickets")]
    [InlineData("zh-CN", 1, "1 张工单")]
    [InlineData("de", 1, "1 张工单")]
    public void Text_AboutOne_HasItsOwnForm(string culture, object count, string expected) =>
        Assert.Equal(expected, In(culture, () => Texts["queue.count", count]));

    [Fact]
    public void Numbers_AreWrittenInTheReadersCulture() =>
        Assert.Equal("共 12,345 元", In("zh-CN", () => Texts["queue.sum", 12345]));

    [Fact]
    public void UnknownText_IsItsKey_AndSaysSo()
    {
        var text = Texts["queue.nothing"];
        Assert.True(text.ResourceNotFound);
        Assert.Equal("queue.nothing", text.Value);
    }

    [Fact]
    public void AllTexts_AreThoseOfTheLanguage_AndWhatItLacksInChinese()
    {
        var all = Listed("en", parents: true);
        Assert.Equal("Queue", all["queue.title"]);
        Assert.Equal("共 {0:N0} 元", all["queue.sum"]);
        Assert.DoesNotContain("queue.sum", Listed("en", parents: false).Keys);
    }

    [Fact]
    public void SameKey_InTwoFilesOfALanguage_IsABug()
    {
        var e = Assert.Throws<InvalidOperationException>(() => new JsonTexts(
        [
            File("A.Texts.en.json", """{ "a.b": "1" }"""),
            File("B.Texts.en.json", """{ "a.b": "2" }"""),
        ]));
        Assert.Contains("a.b", e.Message, StringComparison.Ordinal);
        Assert.Contains("B.Texts.en.json", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "a.b": "1", "a.b": "2" }""")]
    [InlineData("""{ "a": { "b": "1" } }""")]
    [InlineData("""["a.b"]""")]
    [InlineData("")]
    public void File_ThatIsNoFlatObjectOfTexts_IsABug(string json) =>
        Assert.Throws<InvalidOperationException>(() => File("A.Texts.en.json", json));

    [Fact]
    public void ValuesOfAnEnumeration_HaveWords()
    {
        Assert.Equal("不错", Texts.Of(Mood.QuiteGood).Value);
        Assert.Equal(["sample.mood.bad", "sample.mood.quiteGood"], TextKeys.All(typeof(Mood)).Order(StringComparer.Ordinal));
        Assert.Throws<InvalidOperationException>(() => TextKeys.Key((Mood)7));
        Assert.Throws<InvalidOperationException>(() => TextKeys.Key(DayOfWeek.Monday));
    }

    [TextKeys("sample.mood")]
    private enum Mood
    {
        QuiteGood,
        Bad,
    }

    private static TextFile File(string name, string json) => TextFile.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static Dictionary<string, string> Listed(string culture, bool parents)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return Texts.GetAllStrings(parents).ToDictionary(x => x.Name, x => x.Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string In(string culture, Func<LocalizedString> text)
    {
        var (culture0, ui0) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return text().Value;
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture0, ui0);
        }
    }
}
