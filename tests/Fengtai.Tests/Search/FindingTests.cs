using System.Text;
using Fengtai.Platform.Search;
using Fengtai.Tests.Support;
using NpgsqlTypes;
using Xunit;

namespace Fengtai.Tests.Search;

/// <summary>What PostgreSQL finds with the vectors and queries that it is given.</summary>
public sealed class FindingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("打印机卡纸", "打印机", true)]
    [InlineData("打印机卡纸", "印机", true)]
    [InlineData("打印机卡纸", "纸", true)]
    [InlineData("打印机卡纸", "打", true)]
    [InlineData("打印机卡纸", "机卡纸", true)]
    [InlineData("打印机卡纸", "打机", false)]
    [InlineData("打印机，印机卡", "打印机卡", false)]
    [InlineData("打印机卡纸，三楼", "三楼 打印机", true)]
    [InlineData("打印机卡纸，三楼", "四楼 打印机", false)]
    [InlineData("VPN连不上了", "vpn连不上", true)]
    [InlineData("VPN连不上了", "ＶＰＮ", true)]
    [InlineData("VPN连不上了", "vp", true)]
    [InlineData("VPN连不上了", "pn", false)]
    [InlineData("无法连接VPN", "连接vpn", true)]
    [InlineData("无法连接VPN", "接v", true)]
    [InlineData("電腦無法開機", "电脑", true)]
    [InlineData("电脑无法开机", "電腦", true)]
    [InlineData("打\u200b印机", "打印", true)]
    [InlineData("服务器 192.168.1.10 宕机", "192.168.1.10", true)]
    [InlineData("服务器 192.168.1.10 宕机", "192.168.1.1", true)]
    [InlineData("服务器 192.168.1.10 宕机", "192.168.2", false)]
    [InlineData("资产 PRN-0042", "prn-0042", true)]
    [InlineData("资产 PRN-0042", "prn0042", true)]
    [InlineData("资产 PRN0042", "0042", true)]
    [InlineData("错误 0x80070005", "0x80070005", true)]
    [InlineData("O'Neil's printer \\ back", "o'neil", true)]
    [InlineData("C:\\Users\\wang\\'; drop table x; --", "wang\\'; drop", true)]
    [InlineData("联系人：王𬭎", "𬭎", true)]
    [InlineData("联系人：王𬭎", "王𬭎", true)]
    [InlineData("プリンターが壊れた", "リンタ", true)]
    [InlineData("Größe ändern", "GRÖSSE", false)]
    [InlineData("Größe ändern", "größe", true)]
    public async Task Text_IsFound(string text, string query, bool expected) =>
        Assert.Equal(expected, await FindsAsync(SearchText.Vector(text), SearchText.Query(query)!));

    [Fact]
    public async Task HostileTexts_AreVectorsAndQueriesLikeAnyOther()
    {
        string[] hostile =
        [
            "'", "''''", "\\", "\\'", "a\0b", "\ud800x\udc00", "!(a|b)&c:*A", "a:1A <-> b", "\u202eabc", new('\'', 5000), new('x', 100_000), new('字', 100_000),
            string.Concat(Enumerable.Range(0, 100_000).Select(i => $"w{i} ")),
            string.Concat(Enumerable.Range(0, 60_000).Select(i => new string((char)('a' + i % 26), 63) + "ﷺ" + (char)(0x4e00 + i % 20_000))),
            string.Concat(Enumerable.Range(1, 0xd7ff).Select(c => (char)c)),
            string.Concat(Enumerable.Range(0x10000, 0x20000).Select(char.ConvertFromUtf32)),
        ];
        foreach (var text in hostile)
        {
            _ = await FindsAsync(SearchText.Vector(text), SearchText.Query("a")!);
            _ = await FindsAsync(SearchText.Vector("a"), SearchText.Query("a " + text)!);
        }
    }

    [Fact]
    public async Task LongText_IsSearchableUpToTheLastPosition()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 16_370; i++)
        {
            text.Append((char)(0x4e00 + i % 3000));
        }
        Assert.True(await FindsAsync(SearchText.Vector(text + "，打印机卡纸"), SearchText.Query("打印机卡纸")!));
    }

    [Fact]
    public async Task PhraseAcrossTwoTexts_IsNotFound()
    {
        var vector = SearchText.Vector("打印机 卡", "纸 三楼");
        Assert.False(await FindsAsync(vector, "('卡' <-> '纸')"));
        Assert.True(await FindsAsync(SearchText.Vector("打印机 卡 纸 三楼"), "('卡' <-> '纸')"));
    }

    private async Task<bool> FindsAsync(string vector, string query)
    {
        await using var command = database.Source.CreateCommand("select $1::tsvector @@ $2::tsquery");
        command.Parameters.Add(new() { Value = vector, NpgsqlDbType = NpgsqlDbType.Unknown });
        command.Parameters.Add(new() { Value = query, NpgsqlDbType = NpgsqlDbType.Unknown });
        return (bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
