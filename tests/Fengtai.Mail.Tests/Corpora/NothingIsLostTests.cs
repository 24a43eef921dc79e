using System.Runtime.InteropServices;
using System.Text;
using Fengtai.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Fengtai.Mail.Tests.Corpora;

/// <summary>Whatever the bytes, reading ends without an exception, and each byte is in the header or body of a part, or in a boundary line.</summary>
public sealed class NothingIsLostTests
{
    private static readonly string[] Pieces =
    [
        "Content-Type: multipart/mixed; boundary=b", "Content-Type: multipart/alternative; boundary=\"c\"", "Content-Type: message/rfc822", "Content-Type: text/plain; charset=gbk",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable", "Subject: =?gb2312?B?xOO6ww==?= =?utf-8?Q?=E4=BD", "From: \"a <b@c>, (d", "--b", "--b--", "--c", "--c--",
        "", "", "text", "=E4=BD=A0=\r", " folded", "begin 644 f\r\n#0V%T\r\nend", "\u00C4\u00E3\u00BA\u00C3", "Date: 1 Jan 24 25:00", "VGV4dA==", "\r", "<div><b",
    ];

    [Fact]
    public void AnyLines_AreAccountedFor() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces =>
        {
            foreach (var line in (string[])["\r\n", "\n"])
            {
                AssertWhole(Encoding.Latin1.GetBytes(string.Join(line, pieces)));
            }
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(800).WithEndSize(60));

    [Fact]
    public void AnyBytes_AreRead() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), AssertWhole).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500).WithEndSize(400));

    [Fact]
    public void RealMessages_AndDamagedOnes_AreAccountedFor()
    {
        var messages = Corpus().ToList();
        Assert.True(messages.Count > 200);
        foreach (var message in messages)
        {
            AssertWhole(message);
        }
        Prop.ForAll(Gen.Elements(messages.Where(m => m.Length < 20_000).ToArray()).Zip(ArbMap.Default.GeneratorFor<int>().ListOf(8)).ToArbitrary(), damage =>
        {
            var bytes = damage.Item1.ToArray();
            foreach (var number in damage.Item2)
            {
                var random = new Random(number);
                var (at, length) = (random.Next(bytes.Length), random.Next(1, 60));
                bytes = random.Next(4) switch
                {
                    0 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]],
                    1 => [.. bytes[..at], .. bytes[at..Math.Min(bytes.Length, at + length)], .. bytes[at..]],
                    2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                    _ => [.. bytes[..at], (byte)'\n', .. bytes[at..]],
                };
            }
            AssertWhole(bytes);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(800));
    }

    private static IEnumerable<byte[]> Corpus()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SharedData.Find("mail/chinese/index.json"))!, ".."));
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".eml", StringComparison.Ordinal) || f.EndsWith(".msg", StringComparison.Ordinal) || f.Contains("test_email") && f.EndsWith(".txt", StringComparison.Ordinal))
            .Select(File.ReadAllBytes);
    }

    private static void AssertWhole(byte[] bytes)
    {
        var message = MailMessage.Read(bytes);
        Assert.NotNull(message.Text);
        foreach (var attachment in message.Attachments)
        {
            Assert.InRange(attachment.Size, 0, bytes.Length);
        }
        foreach (var field in Trees.All(message.Root).SelectMany(p => p.Headers))
        {
            Assert.NotNull(field.Text);
        }
        _ = message.Report;
        var covered = new bool[bytes.Length];
        Cover(message.Root, bytes, covered);
        var (start, lineBreak) = (0, bytes.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r');
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i == bytes.Length || bytes[i] == lineBreak)
            {
                if (Enumerable.Range(start, i - start).Any(j => !covered[j] && bytes[j] is not ((byte)'\r' or (byte)'\n')))
                {
                    var line = Encoding.Latin1.GetString(bytes, start, i - start);
                    Assert.True(line.StartsWith("--", StringComparison.Ordinal) || line.Trim('\r').Length == 0 || line.StartsWith("From ", StringComparison.Ordinal) || line.StartsWith(">From ", StringComparison.Ordinal), $"Lost: {line}\n{Encoding.Latin1.GetString(bytes)}");
                }
                start = i + 1;
            }
        }
    }

    private static void Cover(MailPart part, byte[] bytes, bool[] covered)
    {
        Assert.InRange(part.Body.Length, 0, part.Raw.Length);
        if (part.Parts.Count == 0)
        {
            Mark(part.Raw);
            return;
        }
        Mark(part.Raw[..(part.Raw.Length - part.Body.Length)]);
        Mark(part.Preamble);
        Mark(part.Epilogue);
        foreach (var child in part.Parts)
        {
            // what was decoded lies elsewhere
            if (MemoryMarshal.TryGetArray(child.Raw, out var slice) && slice.Array != bytes)
            {
                Mark(part.Raw);
                continue;
            }
            Cover(child, bytes, covered);
        }

        void Mark(ReadOnlyMemory<byte> memory)
        {
            if (memory.Length > 0 && MemoryMarshal.TryGetArray(memory, out var slice) && slice.Array == bytes)
            {
                covered.AsSpan(slice.Offset, slice.Count).Fill(true);
            }
        }
    }
}
