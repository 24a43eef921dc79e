namespace Fengtai.Mail;

/// <summary>A mailbox of an address list (RFC 5322, 3.4).</summary>
/// <param name="Name">Decoded; a comment behind the address where there is no name; null without either.</param>
/// <param name="Address">As written, without route, comments and white space; empty where only a name was given.</param>
/// <param name="Group">The group it stands in.</param>
public sealed record MailAddress(string? Name, string Address, string? Group = null)
{
    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}
