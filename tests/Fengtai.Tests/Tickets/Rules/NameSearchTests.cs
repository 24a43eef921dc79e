using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>What is found by what was typed.</summary>
public sealed class NameSearchTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("密码", true)]
    [InlineData("重置 入口", true)]
    [InlineData("重置 打印", false)]
    [InlineData("VPN", true)]
    [InlineData("mmcz", true)]
    [InlineData("chongzhi", false)]
    [InlineData("mimachongzhi", true)]
    public void IsFound(string typed, bool found) => Assert.Equal(found, NameSearch.Fits(typed, "密码重置", "请打开自助入口，或连接 vpn"));
}
