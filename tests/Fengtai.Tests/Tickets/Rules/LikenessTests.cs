using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("三楼打印机卡纸", "打印机一直卡纸，在三楼东侧", true)]
    [InlineData("邮箱登录不上", "邮箱无法登录，提示密码错误", true)]
    [InlineData("郵箱登錄不上", "邮箱登录不上", true)]
    [InlineData("ＶＰＮ 连不上", "vpn 连不上公司网络", true)]
    [InlineData("Printer jams on 3rd floor", "The printer on the 3rd floor jams again", true)]
    [InlineData("打印机卡纸", "显示器花屏", false)]
    [InlineData("打印机卡纸", "打印机没有墨粉了，还需要换一个新的显示器", true)]
    [InlineData("申请开通邮箱", "会议室投影仪没有信号", false)]
    [InlineData("VPN", "VPN", true)]
    [InlineData("", "打印机卡纸", false)]
    [InlineData("？！", "？！", false)]
    public void Alike_IsWhatSharesItsPairsOfCharacters(string one, string other, bool expected)
    {
        Assert.Equal(expected, Likeness.Of(one).IsLike(Likeness.Of(other)));
        Assert.Equal(expected, Likeness.Of(other).IsLike(Likeness.Of(one)));
    }
}
