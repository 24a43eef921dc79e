using System.Text.RegularExpressions;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Ui;

/// <summary>The list of keys is made of what is bound; this sees to it that each binding has its words.</summary>
public sealed partial class KeyWordsTests
{
    [Fact]
    public void EveryBinding_HasItsWords_AndNoWordsAreLeftOver()
    {
        var bound = Word.Matches(Read("src/Fengtai/Browser/src/keys.ts")).Select(m => m.Groups["word"].Value);
        var said = Said.Matches(Read("src/Fengtai/Shell/Layouts/KeyList.razor")).Select(m => m.Groups["word"].Value);
        Assert.Equal(bound.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Sources.Root, file));

    [GeneratedRegex(@"\bword: '(?<word>\w+)'", RegexOptions.None, 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex("""data-word="(?<word>\w+)">@Texts\[""", RegexOptions.None, 1000)]
    private static partial Regex Said { get; }
}
