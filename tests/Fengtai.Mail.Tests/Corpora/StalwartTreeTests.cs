using System.Text;
using System.Text.Json;
using Fengtai.Mail.Reading;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Corpora;

/// <summary>Whole messages with the trees that another reader of mail (stalwart's mail-parser) makes of them.</summary>
public sealed class StalwartTreeTests
{
    /// <summary>Where we read otherwise on purpose.</summary>
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["legacy/016.eml"] = "line breaks of a leaf without encoding are left as they came",
        ["legacy/017.eml"] = "uuencode is decoded",
        ["legacy/026.eml"] = "uuencode is decoded",
        ["legacy/033.eml"] = "Latin letters under the label of UTF-8 are read as Windows-1252",
        ["legacy/048.eml"] = "uuencode is decoded",
        ["legacy/049.eml"] = "a file in uuencode is taken out of the text",
        ["legacy/052.eml"] = "bytes without a label that are no UTF-8 are read as Windows-1252",
        ["malformed/000.eml"] = "parts that are a header alone are parts",
        ["malformed/001.eml"] = "the boundary around ends a multipart whose own never came",
        ["malformed/002.eml"] = "a multipart whose boundary never comes is read as text",
        ["malformed/003.eml"] = "a multipart whose boundary never comes is read as text",
        ["malformed/004.eml"] = "a multipart whose boundary never comes is read as text",
        ["malformed/006.eml"] = "a multipart whose boundary never comes is read as text",
        ["malformed/005.eml"] = "a boundary that opens one level closes none further out",
        ["malformed/007.eml"] = "the parts within are those of the multipart within",
        ["malformed/008.eml"] = "the boundary around ends what was not closed",
        ["malformed/009.eml"] = "the boundary around ends what was not closed",
        ["malformed/011.eml"] = "the boundary around ends what was not closed",
        ["malformed/012.eml"] = "the boundary around ends what was not closed",
        ["malformed/016.eml"] = "the boundary around ends what was not closed",
        ["malformed/019.eml"] = "bytes at random: more of them are parts",
        ["malformed/020.eml"] = "the first Content-Type counts, so that the HTML part is found",
        ["malformed/021.eml"] = "the first Content-Type counts, so that the HTML part is found",
        ["malformed/022.eml"] = "a message that is none is still one to be handed on",
        ["rfc/000.eml"] = "base64 that is none is decoded as far as it goes",
        ["rfc/002.eml"] = "comments are names only where there is no other",
        ["thirdparty/002.eml"] = "each damaged byte counts",
        ["thirdparty/005.eml"] = "a boundary at the end of a line is none; UTF-16 without encoding does not survive new line breaks",
        ["thirdparty/015.eml"] = "messages within messages end at the boundary around them: four parts, not two",
    };

    [Fact]
    public void Messages_AreReadAlike()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(SharedData.Find("mail/stalwart-mail-parser/resources/eml/rfc/001.eml")!))!;
        var wrong = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file);
            var bytes = File.ReadAllBytes(file);
            Compare(name, bytes, Path.ChangeExtension(file, "json"), wrong);
            Compare(name + " with CR LF", CrLf(bytes), Path.ChangeExtension(file, "crlf.json"), wrong);
        }
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static void Compare(string name, byte[] bytes, string expectation, StringBuilder wrong)
    {
        using var tree = JsonDocument.Parse(File.ReadAllBytes(expectation));
        var root = MailMessage.Read(bytes).Root;
        List<string> expected = [.. Expected(tree.RootElement, 0), .. Sorted(tree.RootElement)];
        List<string> actual = [.. Actual(root), .. Sorted(root)];
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            var (theirs, mine) = (i < expected.Count ? expected[i] : "nothing", i < actual.Count ? actual[i] : "nothing");
            if (!IsSame(theirs, mine) && !Ours.ContainsKey(name.Split(' ')[0]))
            {
                wrong.AppendLine($"{name} [{i}]").AppendLine($"  expected {Shown(theirs)}").AppendLine($"  was      {Shown(mine)}");
                return;
            }
        }
    }

    // raw characters of headers are damage there; here they are read as the message's parts are
    private static bool IsSame(string theirs, string mine) =>
        theirs == mine || theirs.Length == mine.Length && !theirs.StartsWith("text ", StringComparison.Ordinal) && theirs.Zip(mine).All(c => c.First == c.Second || c.First == '\uFFFD');

    private static string Shown(string text) => text.Length > 400 ? text[..400] + "…" : text;

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');

    private static byte[] CrLf(byte[] bytes) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\r\n"));

    private static List<string> Expected(JsonElement message, int part)
    {
        var lines = new List<string>();
        var parts = message.GetProperty("parts");
        Visit(part);
        return lines;

        void Visit(int index)
        {
            var element = parts[index];
            lines.AddRange(Fields(element));
            var body = element.GetProperty("body");
            if (body.ValueKind == JsonValueKind.String)
            {
                lines.Add("empty");
            }
            else if (body.TryGetProperty("Multipart", out var children))
            {
                lines.Add("multipart " + children.GetArrayLength());
                foreach (var child in children.EnumerateArray())
                {
                    Visit(child.GetInt32());
                }
            }
            else if (body.TryGetProperty("Message", out var inner))
            {
                lines.Add("message");
                lines.AddRange(Expected(inner, 0));
            }
            else
            {
                lines.Add(Content(body));
            }
        }
    }

    private static IEnumerable<string> Fields(JsonElement part)
    {
        foreach (var header in part.GetProperty("headers").EnumerateArray())
        {
            var (name, value) = (header.GetProperty("name"), header.GetProperty("value"));
            if (name.ValueKind != JsonValueKind.String || value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }
            switch (name.GetString())
            {
                case "subject":
                    yield return "subject " + value.GetProperty("Text").GetString();
                    break;
                case "from" or "to" or "cc":
                    yield return name.GetString() + " " + string.Join(", ", Mailboxes(value.GetProperty("Address")));
                    break;
                case "date":
                    var date = value.GetProperty("DateTime");
                    int Of(string field) => date.GetProperty(field).GetInt32();
                    yield return $"date {Of("year")}-{Of("month")}-{Of("day")} {Of("hour")}:{Of("minute")}:{Of("second")} {(date.GetProperty("tz_before_gmt").GetBoolean() ? '-' : '+')}{Of("tz_hour")}:{Of("tz_minute")}";
                    break;
            }
        }
    }

    private static IEnumerable<string> Mailboxes(JsonElement address)
    {
        var all = address.TryGetProperty("List", out var list) ? list.EnumerateArray() : address.GetProperty("Group").EnumerateArray().SelectMany(g => g.GetProperty("addresses").EnumerateArray());
        return all.Select(a => $"{a.GetProperty("name").GetString()?.Trim()} <{a.GetProperty("address").GetString()}>");
    }

    // which parts are the text, the HTML and attached (RFC 8621, 4.1.4), by their place in the tree
    private static IEnumerable<string> Sorted(JsonElement message) =>
        ((string[])["text_body", "html_body", "attachments"]).Select(name => $"{name} {string.Join(' ', message.GetProperty(name).EnumerateArray().Select(i => i.GetInt32()))}");

    private static IEnumerable<string> Sorted(MailPart root)
    {
        var (content, all) = (MessageContent.Of(root), Flat(root).ToList());
        string Places(IEnumerable<MailPart> parts) => string.Join(' ', parts.Select(p => all.IndexOf(p)));
        return [$"text_body {Places(content.TextParts)}", $"html_body {Places(content.HtmlParts)}", $"attachments {Places(all.Where(p => content.Attachments.Any(a => a.Part == p)))}"];
    }

    private static IEnumerable<MailPart> Flat(MailPart part) => part.IsMultipart ? part.Parts.SelectMany(Flat).Prepend(part) : [part];

    private static string Content(JsonElement body)
    {
        var content = body.EnumerateObject().Single();
        return content.Name is "Text" or "Html"
            ? "text " + Lines(content.Value.GetString()!)
            : "bytes " + Convert.ToHexString([.. content.Value.EnumerateArray().Select(b => b.GetByte())]);
    }

    private static List<string> Actual(MailPart part)
    {
        var lines = new List<string>();
        foreach (var field in part.Headers)
        {
            var line = field.Name.ToLowerInvariant() switch
            {
                "subject" => "subject " + field.Text,
                "from" or "to" or "cc" => $"{field.Name.ToLowerInvariant()} {string.Join(", ", AddressList.Read(field).Select(a => $"{a.Name} <{a.Address}>"))}",
                "date" when MailDates.Read(field.Literal) is { At: var at } => $"date {at:yyyy-M-d H:m:s} {(at.Offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(at.Offset.Hours)}:{Math.Abs(at.Offset.Minutes)}",
                _ => null,
            };
            if (line is not null)
            {
                lines.Add(line);
            }
        }
        if (part.IsMultipart)
        {
            lines.Add("multipart " + part.Parts.Count);
            lines.AddRange(part.Parts.SelectMany(Actual));
        }
        else if (part.Message is not null)
        {
            lines.Add("message");
            lines.AddRange(Actual(part.Parts[0]));
        }
        else
        {
            lines.Add(part.ContentType.Value.StartsWith("text/", StringComparison.Ordinal) ? "text " + Lines(part.Text()) : "bytes " + Convert.ToHexString(part.Content().Span));
        }
        return lines;
    }
}
