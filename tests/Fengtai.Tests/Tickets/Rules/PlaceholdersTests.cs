using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>What braces mean in a template, and what is still to be filled in.</summary>
public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("您好，{{用户}}：", "您好，李华：")]
    [InlineData("{{ requester.name }} / {{REQUESTER.NAME}} / ｛｛用户姓名｝｝", "李华 / 李华 / 李华")]
    [InlineData("{{用户}}，请告诉我们{{用户电话}}", "李华，请告诉我们{{?requesterPhone}}")]
    [InlineData("约好 {{?时间}} 上门", "约好 {{?时间}} 上门")]
    [InlineData("ansible {{ inventory_hostname }}", "ansible {{ inventory_hostname }}")]
    [InlineData("{{}} { {用户} }", "{{}} { {用户} }")]
    public void Text_IsFilledWithWhatIsKnown(string text, string filled) => Assert.Equal(filled, Fill(text));

    [Fact]
    public void WhatComesFromATicket_IsNotReadAgain() =>
        Assert.Equal("{{用户}}", Placeholders.Fill("{{ticket.subject}}", _ => "{{用户}}", w => w.ToString()));

    [Theory]
    [InlineData("没有空缺", "")]
    [InlineData("{{?时间}}，{{？ 电话 }}", "时间|电话")]
    [InlineData("{{?}}", "")]
    [InlineData("{{用户}}", "用户")]
    [InlineData("helm {{ .Values.image }}", "")]
    public void Gaps_AreFound(string text, string gaps) => Assert.Equal(gaps, string.Join('|', Placeholders.GapsIn(text)));

    [Fact]
    public void GapWithoutAName_IsOne() => Assert.Single(Placeholders.GapsIn("在 {{?}} 上门"));

    [Theory]
    [InlineData("{{用户}} {{?时间}} {{today}}", "")]
    [InlineData("{{客户}}", "placeholderIsUnknown 客户 1 1")]
    [InlineData("您好\n　{{ticket.nummer}}", "placeholderIsUnknown ticket.nummer 2 2")]
    [InlineData("😀{{x}}", "placeholderIsUnknown x 1 2")]
    [InlineData("{{}}", "placeholderIsUnknown  1 1")]
    [InlineData("您好 {{用户}\n{{today}}", "placeholderDoesNotEnd 1 4")]
    [InlineData("｛｛用户", "placeholderDoesNotEnd 1 1")]
    [InlineData("{{a}}{{b", "placeholderIsUnknown a 1 1|placeholderDoesNotEnd 1 6")]
    public void WhatIsWrong_IsSaidWithItsPlace(string text, string wrong)
    {
        var refusals = Placeholders.Check("text", text);
        Assert.All(refusals, r => Assert.Equal("text", r.Field));
        Assert.Equal(wrong, string.Join('|', refusals.Select(r => string.Join(' ', [r.Code, .. r.Arguments]))));
    }

    [Fact]
    public void NotMoreThanAFewAreTold() => Assert.Equal(5, Placeholders.Check("text", string.Concat(Enumerable.Repeat("{{x}}", 40))).Count);

    [Fact]
    public void EveryPlaceholder_HasAWordInEachLanguage()
    {
        foreach (var what in Enum.GetValues<Placeholder>())
        {
            Assert.Equal(what, PlaceholderWords.Read(PlaceholderWords.Of(what)));
            Assert.Equal(what, PlaceholderWords.Read(PlaceholderWords.InChinese(what)));
        }
    }

    private static string Fill(string text) => Placeholders.Fill(text, w => w == Placeholder.RequesterName ? "李华" : null, w => char.ToLowerInvariant(w.ToString()[0]) + w.ToString()[1..]);
}
