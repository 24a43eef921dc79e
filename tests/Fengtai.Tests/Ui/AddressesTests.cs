using Fengtai.Platform.Ui;
using Xunit;

namespace Fengtai.Tests.Ui;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/tickets/1?q=打印#a", true)]
    [InlineData("", false)]
    [InlineData("tickets", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    public void Return_LeadsOnlyIntoTheApplication(string path, bool own) => Assert.Equal(own, PageAnswers.IsOwn(path));

    [Theory]
    [InlineData("/desk", "/desk", true)]
    [InlineData("/desk?view=mine", "/desk", true)]
    [InlineData("/desk/tickets/1", "/desk", true)]
    [InlineData("/desktop", "/desk", false)]
    [InlineData("/", "/desk", false)]
    [InlineData("/desk", "/", false)]
    [InlineData("/?q=1", "/", true)]
    public void Place_IsCurrent_OnItsPageAndBelow(string path, string href, bool current) => Assert.Equal(current, new PageContext { Path = path }.IsAt(href));

    [Theory]
    [InlineData(null, "zh-CN")]
    [InlineData("", "zh-CN")]
    [InlineData("de", "zh-CN")]
    [InlineData("en-US,en;q=0.9,zh-CN;q=0.8", "en")]
    [InlineData("de,zh-Hant;q=0.5,en;q=0.4", "zh-CN")]
    [InlineData("en;q=0.1,zh;q=0.2", "zh-CN")]
    [InlineData("\"'<;;;q=", "zh-CN")]
    public void Language_IsTheFirstWantedOneThatIsSpoken(string? accept, string expected) => Assert.Equal(expected, SpokenLanguages.Wanted(accept));
}
