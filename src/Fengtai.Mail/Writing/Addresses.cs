using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fengtai.Mail.Writing;

/// <summary>Mailboxes as they are written (RFC 5322, 3.4): the domain in ASCII (RFC 5891), the name as words, in quotation marks, or encoded.</summary>
internal static class Addresses
{
    private static readonly SearchValues<char> Never = SearchValues.Create(" <>,;");

    public static bool NeedsUtf8(string address) => address.LastIndexOf('@') is > 0 and var at && !Ascii.IsValid(address.AsSpan(0, at));

    public static string Write(MailAddress mailbox)
    {
        var address = InAscii(mailbox.Address);
        return mailbox.Name?.Trim() is { Length: > 0 } name ? $"{Name(name)} <{address}>" : address;
    }

    private static string InAscii(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1 || address.Length > 254 || address.AsSpan().ContainsAny(Never) || address.Any(char.IsControl))
        {
            throw new ArgumentException($"Not an address that can be written: {address}", nameof(address));
        }
        return address[..(at + 1)] + new IdnMapping().GetAscii(address[(at + 1)..]);
    }

    private static string Name(string name)
    {
        name = EncodedText.OnOneLine(name);
        if (!EncodedText.IsPlain(name))
        {
            return EncodedText.Encode(name, 0);
        }
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '\'' or '!' or '+')
            ? name
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
