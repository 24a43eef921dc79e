using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Fengtai.Mail.Tests.Support;

/// <param name="IsClean">Whether the other reader found nothing wrong.</param>
/// <param name="Leaves">SHA-256 of each decoded leaf, line breaks as LF and none at the end.</param>
internal sealed record PythonMessage(bool IsClean, string? Subject, string? Date, string[] From, string[] To, string[] Leaves, string[] Files, string? Text, string? Html);

/// <summary>Python's standard library as another reader of mail; tests that ask it are skipped, and say so, where there is no python3.</summary>
internal static class PythonMail
{
    private const string Script = """
        import email, email.policy, hashlib, json, re, sys
        def some(read):
            try: return read()
            except Exception: return None
        def leaf(part):
            content = some(lambda: part.get_payload(decode=True)) or b''
            return hashlib.sha256(re.sub(rb'\r?\n', b'\n', content).rstrip(b'\n')).hexdigest()
        def addresses(message, name):
            return some(lambda: [a.display_name + '|' + a.addr_spec for h in message.get_all(name, []) for a in h.addresses]) or []
        def body(message, kind):
            part = message.get_body((kind,))
            return None if part is None else part.get_content()
        def read(file):
            message = email.message_from_binary_file(open(file, 'rb'), policy=email.policy.default)
            parts = list(message.walk())
            return {
                'isClean': not any(p.defects for p in parts),
                'subject': some(lambda: None if message['Subject'] is None else str(message['Subject'])),
                'date': some(lambda: message['Date'].datetime.isoformat()),
                'from': addresses(message, 'From'), 'to': addresses(message, 'To'),
                'leaves': [leaf(p) for p in parts if not p.is_multipart()],
                'files': [some(p.get_filename) or '' for p in parts if p.get_filename()],
                'text': some(lambda: body(message, 'plain')), 'html': some(lambda: body(message, 'html')),
            }
        def clean(value):
            if isinstance(value, str): return value.encode('utf-8', 'replace').decode()
            if isinstance(value, list): return [clean(v) for v in value]
            return {k: clean(v) for k, v in value.items()} if isinstance(value, dict) else value
        print(json.dumps([clean(read(f)) for f in sys.stdin.read().split('\n') if f]))
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static List<PythonMessage> Read(IEnumerable<string> files)
    {
        using var python = Start();
        python.StandardInput.Write(string.Join('\n', files));
        python.StandardInput.Close();
        var messages = JsonSerializer.Deserialize<List<PythonMessage>>(python.StandardOutput.ReadToEnd(), Json);
        python.WaitForExit();
        return messages!;
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", ["-I", "-X", "utf8", "-c", Script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no python3 here.");
            throw;
        }
    }
}
