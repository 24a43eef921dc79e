using System.IO.Compression;
using System.Text.RegularExpressions;
using Fengtai.Platform.Ui;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Ui;

/// <summary>What holds for every page, read from the sources.</summary>
public sealed partial class SourcesOfPagesTests
{
    private static readonly string ScopedStyles = $"src/Fengtai/obj/{Configuration}/net10.0/scopedcss/bundle/Fengtai.styles.css";

    private static readonly IReadOnlyList<string> Razor = [.. Sources.Under("src").Where(f => f.EndsWith(".razor", StringComparison.Ordinal))];

    [Fact]
    public void Icons_ThatAreNamed_AreInTheSprite()
    {
        var unknown =
            from file in Sources.Under("src").Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            from use in IconUse.Matches(File.ReadAllText(file))
            from name in IconName.Matches(use.Groups["names"].Value)
            where !Icons.Exists(name.Groups["name"].Value)
            select $"{name.Groups["name"].Value} in {Path.GetFileName(file)}";

        Assert.Empty(unknown);
    }

    [Fact]
    public void Icons_AreInOrder_Once() => Assert.Equal(Icons.All.Distinct().Order(StringComparer.Ordinal), Icons.All);

    [Fact]
    public void Pages_CarryNoStyleAndNoScript_WhichThePolicyWouldRefuse() =>
        Assert.Empty(Razor.Where(f => InlineCode.IsMatch(File.ReadAllText(f))).Select(Path.GetFileName));

    [Theory]
    [InlineData("portal", 60)]
    [InlineData("desk", 150)]
    public void ScriptAndStyle_StayWithinTheirBudget(string page, int kilobytes)
    {
        var assets = Path.Combine(Sources.Root, "src/Fengtai/wwwroot/assets");
        // the portal's code is a chunk that the desk shares
        string[] files = [$"{page}.js", $"{page}.css", "dark.css", .. Directory.GetFiles(Path.Combine(assets, "chunks"), "*.js")];

        var size = files.Sum(f => Compressed(Path.Combine(assets, f))) + Compressed(Path.Combine(Sources.Root, ScopedStyles));

        Assert.InRange(size, 1, kilobytes * 1024);
    }

    /// <summary>As published: files are compressed once, with Brotli at its best.</summary>
    private static long Compressed(string file)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(File.ReadAllBytes(file));
        }
        return compressed.Length;
    }

    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    [GeneratedRegex("""(?:<Icon Name|\bIcon)\s*(?:=>?|:)\s*(?<names>"[^;>\n]*?)(?=\s[\w-]+=|[;>\n])|new NavEntry\([^,]+,\s*"[^"]+",\s*(?<names>"[^"]+")""", RegexOptions.None, 1000)]
    private static partial Regex IconUse { get; }

    [GeneratedRegex("""(?:^|[?:]\s*)"(?<name>[a-z0-9-]+)(?=")""", RegexOptions.None, 1000)]
    private static partial Regex IconName { get; }

    [GeneratedRegex("""<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+="(?!@)|javascript:""", RegexOptions.None, 1000)]
    private static partial Regex InlineCode { get; }
}
