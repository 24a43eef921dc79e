using System.Security.Cryptography;
using System.Text;
using Fengtai.Mail.Tests.Support;
using Fengtai.Mail.Tests.Writing;
using Fengtai.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Fengtai.Mail.Tests.Corpora;

/// <summary>What Python's standard library makes of the same bytes, where both find nothing wrong with them.</summary>
public sealed class OracleTests
{
    /// <summary>Where we read otherwise on purpose.</summary>
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["stalwart-mail-parser/resources/eml/thirdparty/003.eml"] = "an encoding with white space behind its name is that encoding",
    };

    [Fact]
    public void RealMessages_AreReadAlike()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SharedData.Find("mail/chinese/index.json"))!, ".."));
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".eml", StringComparison.Ordinal) || f.EndsWith(".msg", StringComparison.Ordinal) || f.Contains("test_email", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var (wrong, compared) = (new StringBuilder(), 0);
        foreach (var (file, theirs) in files.Zip(PythonMail.Read(files)))
        {
            var message = MailMessage.Read(File.ReadAllBytes(file));
            if (!theirs.IsClean || message.Defects.Count > 0 || Ours.ContainsKey(Path.GetRelativePath(folder, file)))
            {
                continue;
            }
            compared++;
            Compare("subject", Spaces(theirs.Subject ?? ""), Spaces(message.Subject));
            Compare("date", theirs.Date is null ? null : DateTimeOffset.Parse(theirs.Date), theirs.Date is null ? null : message.Date);
            // a word without "@" is a name here, a local address there
            Compare("to", Addresses(theirs.To), string.Join(", ", message.To.Select(a => a.Address).Where(a => a.Length > 0)));
            // that reader takes messages in base64 and pieces of messages for texts, and leaves uuencode in texts
            if (!Trees.All(message.Root).Any(p => p.ContentType.Value.StartsWith("message/", StringComparison.Ordinal)) && !Encoding.Latin1.GetString(message.Root.Raw.Span).Contains("\nbegin 6", StringComparison.Ordinal))
            {
                Compare("leaves", string.Join(' ', theirs.Leaves), string.Join(' ', Trees.Leaves(message.Root).Select(Hash)));
            }

            void Compare<T>(string what, T python, T ours)
            {
                if (!Equals(python, ours))
                {
                    wrong.AppendLine($"{Path.GetRelativePath(folder, file)} {what}").AppendLine($"  python {python}").AppendLine($"  ours   {ours}");
                }
            }
        }
        Assert.True(wrong.Length == 0, wrong.ToString());
        Assert.InRange(compared, 100, files.Count);
    }

    [Fact]
    public void WhatIsWritten_IsReadThereToo()
    {
        var mails = WritingTests.Mails().Sample(20, 60).ToList();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var files = mails.Select((m, i) => Path.Combine(folder.FullName, $"{i}.eml")).ToList();
            foreach (var (mail, file) in mails.Zip(files))
            {
                File.WriteAllBytes(file, mail.Write());
            }
            foreach (var (mail, read) in mails.Zip(PythonMail.Read(files)))
            {
                Assert.True(read.IsClean);
                Assert.Equal(Spaces(mail.Subject), Spaces(read.Subject!));
                Assert.Equal(mail.Date, DateTimeOffset.Parse(read.Date!));
                // that reader puts spaces between encoded words of names (RFC 2047, 6.2, says none)
                Assert.Equal(mail.To.Select(a => NoSpaces(a.Name + "|" + a.Address)), read.To.Select(NoSpaces));
                Assert.Equal(Lines(mail.Text), Lines(read.Text!));
                Assert.Equal(mail.Html is null ? null : Lines(mail.Html), read.Html is null ? null : Lines(read.Html));
                Assert.Equal((mail.Html is null ? [] : mail.Pictures).Concat(mail.Attachments).Select(f => f.Name), read.Files);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Hash(MailPart part) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(part.Content().Span).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n'))));

    private static string Addresses(string[] named) => string.Join(", ", named.Select(n => n[(n.LastIndexOf('|') + 1)..]).Where(a => a.Contains('@')));

    private static string Spaces(string text) => string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string NoSpaces(string text) => Spaces(text).Replace(" ", "", StringComparison.Ordinal);

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
