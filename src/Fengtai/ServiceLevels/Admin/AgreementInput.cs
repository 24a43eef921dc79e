using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Http;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>An agreement as its form posts it: <c>urgent.value</c>, <c>.unit</c> a target. Targets without a value are left out, and whatever is not of its kind.</summary>
public sealed class AgreementInput : PromiseInput
{
    private static readonly string[] Single =
        ["kind", "name", "nameEn", "from", "until", "review", "responsible", "goal", "terms", "customer", "departments", "sites", "team", "supplier", "contact", "calendar"];

    private static readonly string[] Chosen = ["categories", "policies", "pauses"];

    private AgreementInput(IReadOnlyDictionary<string, string> values)
        : base(values)
    {
    }

    /// <summary>Null where there is no such kind.</summary>
    public AgreementKind? Kind => Words.TryParse<AgreementKind>(this["kind"], out var kind) ? kind : null;

    internal static AgreementInput Of(AgreementDraft draft)
    {
        var values = new Dictionary<string, string>
        {
            ["kind"] = Words.Of(draft.Kind),
            ["name"] = draft.Name,
            ["nameEn"] = draft.NameEn,
            ["from"] = Day(draft.ValidFrom),
            ["until"] = Day(draft.ValidUntil),
            ["review"] = Day(draft.ReviewOn),
            ["responsible"] = draft.ResponsibleId?.ToString() ?? "",
            ["goal"] = Number(draft.Goal),
            ["terms"] = draft.Terms,
            ["categories"] = string.Join(' ', draft.Categories),
            ["customer"] = draft.Customer,
            ["departments"] = string.Join('\n', draft.Departments),
            ["sites"] = string.Join('\n', draft.Sites),
            ["policies"] = string.Join(' ', draft.Policies),
            ["team"] = draft.TeamId?.ToString() ?? "",
            ["supplier"] = draft.Supplier,
            ["contact"] = draft.Contact,
            ["calendar"] = draft.CalendarId?.ToString() ?? "",
            ["pauses"] = Joined(draft.Pauses),
        };
        foreach (var target in draft.Targets)
        {
            var priority = Words.Of(target.Priority);
            (values[$"{priority}.value"], values[$"{priority}.unit"]) = (Number(target.Value), Words.Of(target.Unit));
        }
        Write(values, draft.Steps);
        return new(values);
    }

    public static AgreementInput From(IFormCollection form) =>
        new(Read(form, Single.Concat(Enum.GetValues<Priority>().SelectMany(p => new[] { $"{Words.Of(p)}.value", $"{Words.Of(p)}.unit" })), Chosen));

    internal static AgreementInput From(IReadOnlyDictionary<string, string> values) => new(values);

    /// <summary>Refusals name the form's fields.</summary>
    internal Result<AgreementDraft> Read()
    {
        var (texts, refusals) = (new GivenTexts(), new List<Refusal>());
        var kind = Word<AgreementKind>("kind", this["kind"], refusals);
        var isShare = kind != AgreementKind.Sla;
        var draft = new AgreementDraft(
            kind,
            texts.Line("name", this["name"], AgreementDraft.LongestName, required: true),
            texts.Line("nameEn", this["nameEn"], AgreementDraft.LongestName),
            DayOf("from", refusals) ?? Without("from", refusals), DayOf("until", refusals), DayOf("review", refusals),
            Optional("responsible", refusals),
            texts.Lines("terms", this["terms"], AgreementDraft.LongestTerms),
            Whole("goal"),
            [.. Many("categories").Select(c => Id("categories", c, refusals))])
        {
            Customer = isShare ? "" : texts.Line("customer", this["customer"], AgreementDraft.LongestParty),
            Departments = isShare ? [] : Lines("departments", texts),
            Sites = isShare ? [] : Lines("sites", texts),
            Policies = isShare ? [] : [.. Many("policies").Select(p => Id("policies", p, refusals))],
            TeamId = kind == AgreementKind.Ola ? Optional("team", refusals) : null,
            Supplier = kind == AgreementKind.Uc ? texts.Line("supplier", this["supplier"], AgreementDraft.LongestParty) : "",
            Contact = kind == AgreementKind.Uc ? texts.Lines("contact", this["contact"], AgreementDraft.LongestContact) : "",
            CalendarId = isShare ? Optional("calendar", refusals) : null,
            Targets = isShare ? [.. Enum.GetValues<Priority>().Where(p => this[$"{Words.Of(p)}.value"].Length > 0).Select(p => Target(p, refusals))] : [],
            Pauses = isShare ? WordsOf<WaitReason>("pauses", refusals) : [],
            Steps = isShare ? ReadSteps(refusals) : [],
        };
        refusals.InsertRange(0, texts.Refusals);
        return refusals.Count > 0 ? Result<AgreementDraft>.Refused(refusals) : draft;
    }

    private AgreedTarget Target(Priority priority, List<Refusal> refusals)
    {
        var word = Words.Of(priority);
        return new(priority, Whole($"{word}.value"), Word<TargetUnit>($"{word}.unit", this[$"{word}.unit"], refusals));
    }

    private Guid? Optional(string field, List<Refusal> refusals) => this[field] is { Length: > 0 } given ? Id(field, given, refusals) : null;

    private DateOnly? DayOf(string field, List<Refusal> refusals)
    {
        if (this[field].Length == 0)
        {
            return null;
        }
        if (DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        refusals.Add(new UnknownValue(field, this[field]));
        return DateOnly.MinValue;
    }

    private static DateOnly Without(string field, List<Refusal> refusals)
    {
        refusals.Add(new Missing(field));
        return default;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
