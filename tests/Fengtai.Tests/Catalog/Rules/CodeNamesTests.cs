using Fengtai.Catalog.Rules;
using Xunit;

namespace Fengtai.Tests.Catalog.Rules;

public sealed class CodeNamesTests
{
    [Theory]
    [InlineData("hardware.printer", true)]
    [InlineData("a1-b.c2", true)]
    [InlineData("Hardware", false)]
    [InlineData("hardware.", false)]
    [InlineData(".x", false)]
    [InlineData("a..b", false)]
    [InlineData("a b", false)]
    [InlineData("打印机", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    public void ACode_IsWordsJoinedByDotsAndHyphens(string code, bool usable) => Assert.Equal(usable, CodeNames.IsUsable(code));

    [Fact]
    public void ACode_HasALongestLength()
    {
        Assert.True(CodeNames.IsUsable(new string('a', 64)));
        Assert.False(CodeNames.IsUsable(new string('a', 65)));
    }

    [Theory]
    [InlineData(null, "Label printers", "", "label-printers")]
    [InlineData("hardware", "Label printers", "", "hardware.label-printers")]
    [InlineData("hardware", "Printer", "hardware.printer", "hardware.printer-2")]
    [InlineData("hardware", "Printer", "hardware.printer hardware.printer-2", "hardware.printer-3")]
    [InlineData("hardware", "？？", "", "hardware.category")]
    public void AProposedCode_IsFreeAndBelowItsParent(string? parent, string name, string taken, string code)
    {
        Assert.Equal(code, CodeNames.Propose(parent, name, taken.Split(' ').Contains));
        Assert.True(CodeNames.IsUsable(code));
    }

    [Fact]
    public void AProposedCode_IsNeverTooLong() =>
        Assert.True(CodeNames.IsUsable(CodeNames.Propose(new string('p', 60), new string('n', 60), code => !code.EndsWith("12", StringComparison.Ordinal))));

    [Theory]
    [InlineData("Exact error text", "", "exactErrorText")]
    [InlineData("Since when?", "sinceWhen", "sinceWhen2")]
    [InlineData("3D printer", "", "field")]
    [InlineData("", "field", "field2")]
    public void AProposedKey_IsCamelCaseAndFree(string label, string taken, string key) =>
        Assert.Equal(key, CodeNames.ProposeKey(label, "field", taken.Split(' ').Contains));
}
