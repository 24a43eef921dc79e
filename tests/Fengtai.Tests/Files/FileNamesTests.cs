using Fengtai.Platform.Files;
using Xunit;

namespace Fengtai.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("截图.png", "截图.png")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\王\报错.log", "报错.log")]
    [InlineData("a<b>:\"|?*.txt", "a_b______.txt")]
    [InlineData("发票\u202egnp.exe", "发票gnp.exe")]
    [InlineData("a\0b\r\nc.txt", "ab c.txt")]
    [InlineData("...", "file")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("x/", "file")]
    [InlineData("name. ", "name")]
    public void Name_IsMadeHarmless(string? given, string expected) => Assert.Equal(expected, FileNames.Clean(given));

    [Theory]
    [InlineData(300, ".docx", 120)]
    [InlineData(115, ".docx", 120)]
    [InlineData(300, ".thisisnoextensionatall", 120)]
    public void LongName_IsCut_AndKeepsItsExtension(int length, string extension, int expected)
    {
        var name = FileNames.Clean(new string('长', length) + extension);
        Assert.Equal(expected, name.Length);
        Assert.Equal(extension.Length <= 16, name.EndsWith(extension, StringComparison.Ordinal));
    }

    [Fact]
    public void CharactersBeyondTheBasicPlane_AreNotCutApart()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("𬭎", 200)) + ".txt");
        Assert.Equal(string.Concat(Enumerable.Repeat("𬭎", 116)) + ".txt", name);
    }
}
