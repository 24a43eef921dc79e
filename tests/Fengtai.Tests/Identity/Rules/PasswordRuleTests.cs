using Fengtai.Identity.Rules;
using Xunit;

namespace Fengtai.Tests.Identity.Rules;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("correct horse battery", null)]
    [InlineData("春眠不觉晓处处闻啼鸟", null)]
    [InlineData("Kx7-Tp2-Wq", null)]
    [InlineData("Kx7-Tp2-W", "passwordIsTooShort")]
    [InlineData("", "passwordIsTooShort")]
    [InlineData("1234567890", "passwordIsTooCommon")]
    [InlineData("0987654321", "passwordIsTooCommon")]
    [InlineData("Password123", "passwordIsTooCommon")]
    [InlineData("woaini1314520", "passwordIsTooCommon")]
    [InlineData("aaaaaaaaaaaaaaaa", "passwordIsTooCommon")]
    [InlineData("abcdefghijklmnop", "passwordIsTooCommon")]
    [InlineData("aaaaabbbbbzzzzz", "passwordIsTooCommon")]
    [InlineData("wangxiaoyu1", "passwordIsLikeTheLogin")]
    [InlineData("1WangXiaoYu!", "passwordIsLikeTheLogin")]
    [InlineData("wangxiaoyu likes tea", null)]
    public void Password_MustBeLong_AndHardToGuess(string password, string? refusal) =>
        Assert.Equal(refusal, PasswordRule.Check("password", password, "wangxiaoyu")?.Code);

    [Theory]
    [InlineData(128, null)]
    [InlineData(129, "passwordIsTooLong")]
    public void Password_HasAnEnd(int length, string? refusal) =>
        Assert.Equal(refusal, PasswordRule.Check("password", string.Concat(Enumerable.Repeat("x7-", 50))[..length], "a")?.Code);

    [Theory]
    [InlineData("WangXY", "wangxy")]
    [InlineData(" wang.xy@example.com ", "wang.xy@example.com")]
    [InlineData("0042", "0042")]
    [InlineData("", "missing")]
    [InlineData(null, "missing")]
    [InlineData(".wang", "loginIsInvalid")]
    [InlineData("王晓雨", "loginIsInvalid")]
    [InlineData("wang xy", "loginIsInvalid")]
    [InlineData("wang\n", "wang")]
    [InlineData("wang\0xy", "loginIsInvalid")]
    [InlineData("wａng", "loginIsInvalid")]
    public void Login_IsWhatAnyKeyboardCanType(string? typed, string expected)
    {
        var login = LoginRule.Read(typed);
        Assert.Equal(expected, login.IsRefused ? login.Refusal.Code : login.Value);
    }
}
