using Fengtai.Platform.Languages;
using Xunit;

namespace Fengtai.Tests.Languages;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("王晓雨", "wangxiaoyu wangxy wxy")]
    [InlineData("李", "li l")]
    [InlineData("欧阳明", "ouyangming ouym oym")]
    [InlineData("陳芳", "chenfang chenf cf")]
    [InlineData("Anna Wang", "annawang annaw aw")]
    [InlineData("王Peter", "wangpeter wangp wp")]
    [InlineData("", "")]
    [InlineData("？！", "")]
    [InlineData("𬭎", "")]
    public void Name_IsTypedInFull_WithSurnameInFull_OrByInitials(string name, string expected) =>
        Assert.Equal(expected, Pinyin.SearchForms(name));

    [Theory]
    [InlineData("曾志伟", "zengzhiwei")]
    [InlineData("单雄信", "shanxiongxin")]
    [InlineData("解晓东", "xiexiaodong")]
    [InlineData("仇英", "qiuying")]
    [InlineData("区小明", "ouxiaoming")]
    [InlineData("查良镛", "zhaliangyong")]
    [InlineData("朴树", "piaoshu")]
    [InlineData("任静", "renjing")]
    [InlineData("尉迟恭", "yuchigong")]
    [InlineData("万俟卨", "moqixie")]
    [InlineData("吕绿", "lvlv")]
    [InlineData("黄单", "huangdan")]
    public void Surname_IsReadAsASurname(string name, string first) =>
        Assert.Equal(first, Pinyin.SearchForms(name).Split(' ')[0]);

    [Theory]
    [InlineData("曾乐", "cengle")]
    [InlineData("曾乐", "zengyue")]
    [InlineData("朴树", "pushu")]
    [InlineData("张长行", "zcx")]
    [InlineData("张长行", "zhangzhanghang")]
    public void RarerReading_IsFoundToo(string name, string typed) =>
        Assert.Contains(typed, Pinyin.SearchForms(name).Split(' '));

    [Fact]
    public void NameOfManyReadings_StaysShort()
    {
        Assert.InRange(Pinyin.SearchForms("行长单朝重乐行长单朝重乐").Split(' ').Length, 1, 24);
        Assert.InRange(Pinyin.SearchForms(new string('乐', 100_000)).Length, 1, 3000);
    }

    [Theory]
    [InlineData("WXY", "wxy")]
    [InlineData("wang xiao yu", "wangxiaoyu")]
    [InlineData("xi'an", "xian")]
    [InlineData("lü", "lv")]
    [InlineData("王", null)]
    [InlineData("wxy%", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Typed_IsSpelledLikeTheForms(string? text, string? expected) => Assert.Equal(expected, Pinyin.Typed(text));
}
