using System.Text;
using System.Text.Json;
using Fengtai.Mail.Reading;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Corpora;

/// <summary>Tables of single fields from another reader of mail (stalwart's mail-parser). Where we differ it is named, with the reason.</summary>
public sealed class FieldTables
{
    private const string Folder = "mail/stalwart-mail-parser/resources/";

    [Fact]
    public void Dates()
    {
        string[] ours =
        [
            // numbers in a row are no date
            " 4 8 15 16 23 42, 4 8 15 16 23 42, 4 8 15 16 23 42, ",
            // a comment that is closed once too often or too rarely does not hide the rest
            "Tue, 1 Jul 2003 ((invalid)\ncomment) 10:52:37 +0200",
        ];
        Check("date.json", ours, header => MailDates.Read(header.Replace('\n', ' ').Trim())?.At.ToString("yyyy-MM-ddTHH:mm:sszzz"), expected =>
        {
            int Of(string name) => expected.GetProperty(name).GetInt32();
            var sign = expected.GetProperty("tz_before_gmt").GetBoolean() ? '-' : '+';
            return $"{Of("year"):0000}-{Of("month"):00}-{Of("day"):00}T{Of("hour"):00}:{Of("minute"):00}:{Of("second"):00}{sign}{Of("tz_hour"):00}:{Of("tz_minute"):00}";
        });
    }

    [Fact]
    public void Ids()
    {
        string[] ours =
        [
            // the field goes on only in lines that begin with white space: an empty line ends it
            "<1234@local.machine.example>\n\n <3456@example.net>\n",
        ];
        Check("id.json", ours, header => Join(MessageIds.Read(Field(header).Literal)), expected => Join(expected.EnumerateArray().Select(e => e.GetString()!)));
    }

    [Fact]
    public void UnstructuredFields()
    {
        string[] ours =
        [
            // no space is made up between text and encoded words
            "[SUSPECTED SPAM]=?utf-8?B?VGhpcyBpcyB0aGUgb3JpZ2luYWwgc3ViamVjdA==?=\n",
            "[SUSPECTED SPAM]=?utf-8?B?VGhpcyBpcyB0aGUgb\n 3JpZ2luYWwgc3ViamVjdA==?=\n",
            "[SUSPECTED SPAM]=?utf-8?B?VGhpcyBpcyB0aGUgb\r\n 3JpZ2luYWwgc3ViamVjdA==?=\r\n",
            "Some text =?utf-8?Q??=here\n",
            // the space of a fold within a word is kept
            "=?utf-8?Q?Hello\n _there!?=\n",
            "=?utf-8?Q?Hello\r\n _there!?=\r\n",
            "=?utf-8?Q?Hello\r\n   \t  _there!?=\r\n",
        ];
        Check("unstructured.json", ours, header => Field(header).Text, expected => expected.GetString()!);
    }

    [Fact]
    public void Addresses()
    {
        // comments are names only where there is no other name; that table adds them to names
        string[] ours =
        [
            // routes are dropped (RFC 5322, 4.4), and so is white space around dots
            "Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example\n",
            // links to mailboxes are their addresses
            "<mailto:archive@host.com?subject=index%20list>\n",
            "<http://www.host.com/list.cgi?cmd=sub&lst=list>,\n   <mailto:list-manager@host.com?body=subscribe%20list>\n",
            "<http://www.host.com/list/>, <mailto:list-info@host.com>\n",
            "<http://www.host.com/list.cgi?cmd=unsub&lst=list>,\n   <mailto:list-request@host.com?subject=unsubscribe>\n",
        ];
        Check("address.json", ours, header => Join(AddressList.Read(Field(header)).Where(a => a.Address.Length > 0).Select(a => a.ToString())), Expected, header => header.Contains('('));

        static string Expected(JsonElement expected)
        {
            if (expected.TryGetProperty("List", out var list))
            {
                return Join(list.EnumerateArray().Select(One));
            }
            return expected.TryGetProperty("Group", out var groups) ? Join(groups.EnumerateArray().SelectMany(g => g.GetProperty("addresses").EnumerateArray()).Select(One)) : "";
        }

        static string One(JsonElement address) =>
            new MailAddress(address.GetProperty("name").GetString()?.Trim(), address.GetProperty("address").GetString() ?? "").ToString();
    }

    [Fact]
    public void ContentTypes()
    {
        string[] ours =
        [
            // a character set is named once, in the first piece (RFC 2231, 4.1)
            "application/pdf\n   filename*0*=iso-8859-1'es'%D1and%FA\n   filename*1*=iso-8859-1'%20r%E1pido\n   filename*2*=\"iso-8859-1' (versi%F3n \\'99 \\\"oficial\\\").pdf\"\n",
            // white space between encoded words is none of the text (RFC 2047, 6.2), between quotation marks too
            "image/jpeg;\n   name=\"=?iso-8859-1?B?4Q==?= =?utf-8?B?w6k=?= =?iso-8859-1?q?=ED?=.jpeg\"\n",
            // what is blank is nothing, and folds are one space
            "inva/lid; name=\"   \n",
            "inva/lid; name=\"   \n    \n",
            "inva/lid; name=\"   \n    \"; test=test\n",
            // stars that are no numbers
            "malicious/attempt; 1*2*=a; 3**=b; 4***=c; *5**6*=d;*****7*8*=e; 9*10*11*12*13*14=f; 15*x***fff*===g;1 * 999999999999999999 *= h; 18 *=*=*=*=*==i;\n",
        ];
        Check("content_type.json", ours, header => Print(Parameters.Read(Field(header).Literal)), expected =>
        {
            var type = expected.GetProperty("c_type").GetString() + (expected.GetProperty("c_subtype").GetString() is { } sub ? "/" + sub : "");
            var parameters = expected.TryGetProperty("attributes", out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray().Select(a => (a[0].GetString()!, a[1].GetString()!)) : [];
            return type.ToLowerInvariant() + "|" + Join(parameters.Where(p => !p.Item1.EndsWith("-language", StringComparison.Ordinal)).Select(p => $"{p.Item1.ToLowerInvariant()}={p.Item2}").Order(StringComparer.Ordinal));
        });

        // without both halves it is no type for us either, but for the caller to say
        static string Print(ContentType type) => type.Value.StartsWith('/') || type.Value.Length == 0 ? "" : type.Value.TrimEnd('/') + "|" + Join(type.Parameters.Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));
    }

    private static void Check(string table, string[] ours, Func<string, string?> read, Func<JsonElement, string> expect, Func<string, bool>? isOurs = null)
    {
        using var rows = JsonDocument.Parse(File.ReadAllBytes(SharedData.Find(Folder + table)));
        var wrong = new StringBuilder();
        foreach (var row in rows.RootElement.EnumerateArray())
        {
            var header = row.GetProperty("header").GetString()!;
            var expected = row.GetProperty("expected") is { ValueKind: not JsonValueKind.Null } some ? expect(some) : "";
            var actual = read(header) ?? "";
            if (actual != expected && !ours.Contains(header) && isOurs?.Invoke(header) != true)
            {
                wrong.AppendLine(JsonSerializer.Serialize(header)).AppendLine($"  expected {expected}").AppendLine($"  was      {actual}");
            }
        }
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static HeaderField Field(string header) => Support.Messages.Field("X", Encoding.UTF8.GetBytes(header));

    private static string Join(IEnumerable<string> values) => string.Join(" | ", values);
}
