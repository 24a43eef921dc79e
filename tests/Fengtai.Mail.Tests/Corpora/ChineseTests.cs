using System.Text.Json;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Corpora;

/// <summary>Real messages in GB 2312, GBK and Big5: raw headers, encoded ones, wrong labels.</summary>
public sealed class ChineseTests
{
    [Fact]
    public void Subject_Sender_AndText_AreAsExpected()
    {
        var index = SharedData.Find("mail/chinese/index.json");
        using var expected = JsonDocument.Parse(File.ReadAllBytes(index));
        foreach (var item in expected.RootElement.EnumerateArray())
        {
            var file = item.GetProperty("file").GetString()!;
            var message = MailMessage.Read(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(index)!, file)));
            Assert.Equal((file, item.GetProperty("subject").GetString() ?? ""), (file, message.Subject));
            Assert.Equal(item.GetProperty("from").GetString(), message.Headers.Text("From"));
            Assert.Equal(item.GetProperty("to").GetString(), message.Headers.Text("To"));
            Assert.Contains(message.From!.Address, item.GetProperty("from").GetString(), StringComparison.Ordinal);
            var part = item.GetProperty("parts")[0];
            var leaf = Trees.Leaves(message.Root).First();
            Assert.Equal(part.GetProperty("type").GetString(), leaf.ContentType.Value);
            Assert.Equal(part.GetProperty("declared_charset").GetString(), leaf.ContentType["charset"], ignoreCase: true);
            var text = leaf.Text();
            Assert.StartsWith(Normal(part.GetProperty("text_start").GetString()!), Normal(text), StringComparison.Ordinal);
            Assert.Equal(part.GetProperty("replacement_chars").GetInt32(), text.Count(c => c == '\uFFFD'));
            Assert.Equal((file, part.GetProperty("han").GetInt32()), (file, text.Count(c => c is >= '\u4E00' and <= '\u9FFF')));
        }
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim();
}
