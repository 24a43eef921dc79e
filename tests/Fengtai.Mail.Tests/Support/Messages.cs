using System.Text;

namespace Fengtai.Mail.Tests.Support;

internal static class Messages
{
    /// <summary>A message from text whose characters up to 0xFF are its bytes; lines end with CR LF, as on the wire.</summary>
    public static MailMessage Read(string text) => MailMessage.Read(Bytes(text));

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n"));

    /// <summary>A field's value as it would be read from a message.</summary>
    public static HeaderField Field(string name, byte[] value) =>
        MailMessage.Read((byte[])[.. Encoding.ASCII.GetBytes(name + ":"), .. value, .. "\r\n\r\n"u8]).Headers[0];

    public static string Latin(Encoding encoding, string text) => Encoding.Latin1.GetString(encoding.GetBytes(text));

    public static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
