using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Fengtai.Platform.Http;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Texts;

/// <summary>Every text that the product shows, in both languages.</summary>
public sealed partial class AllTextsTests
{
    private static readonly Assembly[] Assemblies = [typeof(Practice).Assembly, typeof(Program).Assembly];
    private static readonly TextFile[] Files = [.. Assemblies.SelectMany(TextFile.EmbeddedIn)];
    private static readonly Dictionary<string, string> Chinese = TextsIn("zh-CN");
    private static readonly Dictionary<string, string> English = TextsIn("en");
    private static readonly TextUse Use = ReadSources();
    private static readonly string[] DeclaredByTypes =
    [
        .. Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).SelectMany(TextKeys.All),
        .. Assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Refusal))).Select(t => Problems.TextKey(t)),
    ];

    [Fact]
    public void OnlyTheTwoLanguages() =>
        AssertNone(Files.Select(f => f.Culture).Where(c => c is not ("zh-CN" or "en")));

    [Fact]
    public void NoText_IsDefinedTwice() => Assert.NotEmpty(new JsonTexts(Files).GetAllStrings(true));

    [Fact]
    public void EveryText_IsThereInBothLanguages()
    {
        AssertNone(Chinese.Keys.Except(English.Keys).Select(k => $"{k} is missing in en"));
        AssertNone(English.Keys.Except(Chinese.Keys).Where(k => !IsFormForOne(k)).Select(k => $"{k} is missing in zh-CN"));
    }

    [Fact]
    public void EveryTextAskedFor_IsThere()
    {
        AssertNone(Use.Demanded.Concat(DeclaredByTypes).Where(k => !Chinese.ContainsKey(k)));
        AssertNone(Use.DemandedComputed.Where(c => !Chinese.Keys.Any(k => c.Keys.IsMatch(k))).Select(c => c.Literal));
    }

    [Fact]
    public void EveryText_IsUsed()
    {
        var words = DeclaredByTypes.ToHashSet(StringComparer.Ordinal);
        AssertNone(English.Keys.Union(Chinese.Keys).Where(k => !words.Contains(k) && !Use.Uses(k) && !IsFormForOne(k)));
    }

    [Fact]
    public void EveryText_IsValid_AndFilledInTheSameWayInBothLanguages()
    {
        AssertNone(Chinese.Concat(English).Where(t => string.IsNullOrWhiteSpace(t.Value) || t.Value.Trim() != t.Value).Select(t => t.Key));
        AssertNone(Chinese.Where(t => English.TryGetValue(t.Key, out var e) && Holes(t.Value) != Holes(e)).Select(t => $"{t.Key}: {Holes(t.Value)} and {Holes(English[t.Key])}"));
        AssertNone(English.Where(t => IsFormForOne(t.Key) && !Holes(English[t.Key[..^4]]).StartsWith(Holes(t.Value), StringComparison.Ordinal)).Select(t => t.Key));
    }

    [Fact]
    public void English_HasNoChinese() =>
        AssertNone(English.Where(t => AnyChinese.IsMatch(t.Value)).Select(t => $"{t.Key}: {t.Value}"));

    [Fact]
    public void Chinese_KeepsASpaceToLatinWordsAndNumbers() =>
        AssertNone(Chinese.Where(t => Crowded(t.Value)).Select(t => $"{t.Key}: {t.Value}"));

    [Fact]
    public void Chinese_HasChinesePunctuation() =>
        AssertNone(Chinese.Where(t => WesternPunctuation.IsMatch(t.Value)).Select(t => $"{t.Key}: {t.Value}"));

    [Theory]
    [InlineData("重启 VPN 后 3 分钟", false)]
    [InlineData("重启VPN", true)]
    [InlineData("VPN重启", true)]
    [InlineData("等3 分钟", true)]
    [InlineData("打印《IT现场维修工单》", false)]
    public void MissingSpace_IsSeen(string text, bool crowded) => Assert.Equal(crowded, Crowded(text));

    private static bool IsFormForOne(string key) => key.EndsWith(".one", StringComparison.Ordinal) && English.ContainsKey(key[..^4]);

    // the titles of documents are written as the documents write them
    private static bool Crowded(string text) => MissingSpace.IsMatch(TitleOfADocument.Replace(text, ""));

    private static string Holes(string text)
    {
        _ = CompositeFormat.Parse(text);
        return string.Join(' ', Hole.Matches(text).Select(m => m.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, string> TextsIn(string culture) =>
        Files.Where(f => f.Culture == culture).SelectMany(f => f.Texts).DistinctBy(t => t.Key).ToDictionary(t => t.Key, t => t.Value);

    private static TextUse ReadSources()
    {
        var use = new TextUse();
        foreach (var file in Sources.Under("src").Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)))
        {
            use.Read(File.ReadAllText(file));
        }
        return use;
    }

    private static void AssertNone(IEnumerable<string> wrong)
    {
        var all = string.Join('\n', wrong.Order(StringComparer.Ordinal));
        Assert.True(all.Length == 0, all);
    }

    [GeneratedRegex(@"\{(?<number>\d+)[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Hole { get; }

    [GeneratedRegex(@"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]", RegexOptions.None, 1000)]
    private static partial Regex AnyChinese { get; }

    [GeneratedRegex(@"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u3400-\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex MissingSpace { get; }

    [GeneratedRegex(@"[\u3400-\u9fff][,;:?!]|[\u3400-\u9fff]\.(?: |$)", RegexOptions.None, 1000)]
    private static partial Regex WesternPunctuation { get; }

    [GeneratedRegex("《[^》]*》", RegexOptions.None, 1000)]
    private static partial Regex TitleOfADocument { get; }
}
