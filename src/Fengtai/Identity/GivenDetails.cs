using System.Net.Mail;
using Fengtai.Identity.Admin;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;

namespace Fengtai.Identity;

/// <summary>A person's details as they were typed, imported or sent, made into what may be kept.</summary>
internal static class GivenDetails
{
    public const int LongestName = 60;
    public const int LongestDetail = 100;

    public static readonly IReadOnlyList<string> Cultures = ["zh-CN", "en"];

    public static Result<PersonDetails> Read(PersonForm given)
    {
        var texts = new GivenTexts();
        var details = new PersonDetails(texts.Line("name", given.Name, LongestName, required: true))
        {
            StaffNumber = Optional("staffNumber", given.StaffNumber),
            Department = Optional("department", given.Department),
            Site = Optional("site", given.Site),
            Phone = Optional("phone", given.Phone),
            Mobile = Optional("mobile", given.Mobile),
            WeChat = Optional("weChat", given.WeChat),
            Mail = Optional("mail", given.Mail),
            Culture = given.Culture is { Length: > 0 } culture ? culture : "zh-CN",
            TimeZone = given.TimeZone is { Length: > 0 } zone ? zone : "Asia/Shanghai",
            IsVip = given.IsVip is "true",
        };
        List<Refusal> refusals = [.. texts.Refusals];
        if (details.Mail is { } mail && !IsMail(mail))
        {
            refusals.Add(new MailAddressIsInvalid());
        }
        refusals.AddRange(Unknown(details.Culture, details.TimeZone));
        return refusals.Count > 0 ? Result<PersonDetails>.Refused(refusals) : details;

        string? Optional(string field, string? text) => texts.Line(field, text, LongestDetail) is { Length: > 0 } line ? line : null;
    }

    /// <summary>A language and a time zone that are not known.</summary>
    public static IEnumerable<Refusal> Unknown(string culture, string timeZone)
    {
        if (!Cultures.Contains(culture))
        {
            yield return new UnknownValue("culture", culture);
        }
        if (!timeZone.Contains('/', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            yield return new UnknownValue("timeZone", timeZone);
        }
    }

    /// <summary>What is different, by the name of the detail.</summary>
    public static Dictionary<string, ValueChange> Changes(PersonDetails from, PersonDetails to)
    {
        (string Name, string? From, string? To)[] all =
        [
            ("name", from.Name, to.Name),
            ("staffNumber", from.StaffNumber, to.StaffNumber),
            ("department", from.Department, to.Department),
            ("site", from.Site, to.Site),
            ("phone", from.Phone, to.Phone),
            ("mobile", from.Mobile, to.Mobile),
            ("weChat", from.WeChat, to.WeChat),
            ("mail", from.Mail, to.Mail),
            ("culture", from.Culture, to.Culture),
            ("timeZone", from.TimeZone, to.TimeZone),
            ("isVip", from.IsVip ? "true" : "false", to.IsVip ? "true" : "false"),
        ];
        return all.Where(d => d.From != d.To).ToDictionary(d => d.Name, d => new ValueChange(d.From, d.To));
    }

    private static bool IsMail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}

internal sealed record MailAddressIsInvalid : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "mail";
}
