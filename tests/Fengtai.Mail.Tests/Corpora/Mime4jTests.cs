using System.Text;
using System.Xml.Linq;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Corpora;

/// <summary>Real and made-up messages with their parts and the decoded bytes of each, as another reader of mail (Apache James mime4j) finds them.</summary>
public sealed class Mime4jTests
{
    /// <summary>Where we read otherwise on purpose.</summary>
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["2002_06_12_doublebound"] = "two boundaries in a row have no part between them",
        ["double-bound"] = "two boundaries in a row have no part between them",
        ["badbound"] = "a multipart whose boundary never comes is read as text",
        ["missing-boundary"] = "a multipart that names no boundary is read as text",
        ["missing-inner-boundary"] = "a multipart whose boundary never comes is read as text",
        ["missing-inner-start-boundary"] = "a multipart whose boundary never comes is read as text",
        ["multipartnopart"] = "a multipart without parts is read as text",
        ["multipartemptypart"] = "a multipart without parts is read as text",
        ["frag"] = "base64 that breaks off is decoded to its last whole byte",
        ["multi-frag"] = "base64 that breaks off is decoded to its last whole byte",
        ["hdr-fakeout"] = "text after a blank line with a space in it is text",
        ["sig-uu"] = "files in uuencode are taken out of the text",
        ["uu-junk"] = "files in uuencode are taken out of the text",
        ["uu-zeegee"] = "files in uuencode are taken out of the text",
        ["basic-plain-with-bad-header-separator"] = "the text begins where the fields end",
        ["malformedHeader-noheader"] = "the text begins where the fields end",
        ["malformedHeaderStartsBody-noheader"] = "the text begins where the fields end",
        ["malformedHeaderStartsBody-nocrlfcrlf"] = "a line among fields is passed over",
        ["ending-boundaries"] = "what follows the end and is followed by a second end is a part",
        ["very-long-boundary"] = "boundaries longer than 70 letters are found",
        ["very-very-long-boundary"] = "a boundary beyond all measure is none",
        ["weird-boundary"] = "boundaries longer than 70 letters are found",
    };

    [Fact]
    public void Parts_AndTheirBytes_AreFound()
    {
        var resources = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SharedData.Find("mail/james-mime4j/core/src/test/resources/testmsgs/base64-encoded-text.msg"))!, ".."));
        var wrong = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(resources, "*.msg", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var expectation = file[..^4] + "_decoded.xml";
            if (!File.Exists(expectation) || Ours.ContainsKey(Path.GetFileNameWithoutExtension(file)))
            {
                continue;
            }
            var expected = XDocument.Load(expectation).Descendants().Where(e => e.Name.LocalName is "text-body" or "binary-body")
                .Select(e => Lines(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(file)!, e.Attribute("name")!.Value)))).ToList();
            var actual = Trees.Leaves(MailMessage.Read(File.ReadAllBytes(file)).Root).Select(l => Lines(l.Content().Span)).ToList();
            if (actual.SequenceEqual(expected))
            {
                continue;
            }
            wrong.AppendLine($"{Path.GetFileName(file)}: {expected.Count} expected, {actual.Count} found");
            foreach (var (theirs, mine) in expected.Zip(actual).Where(p => p.First != p.Second).Take(1))
            {
                wrong.AppendLine($"  expected {theirs.Length} {Start(theirs, mine)}").AppendLine($"  was      {mine.Length} {Start(mine, theirs)}");
            }
        }
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static string Lines(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n").TrimEnd('\n');

    private static string Start(string text, string other)
    {
        var at = Math.Max(0, text.Zip(other).TakeWhile(p => p.First == p.Second).Count() - 20);
        return text[at..Math.Min(text.Length, at + 80)].Replace("\n", "\\n");
    }
}
