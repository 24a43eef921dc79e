using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Platform.Http;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>What is said in an agreement; members that are not of its kind stay empty.</summary>
internal sealed record AgreementDraft(AgreementKind Kind, string Name, string NameEn, DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? ReviewOn, Guid? ResponsibleId, string Terms, int Goal, IReadOnlyList<Guid> Categories)
{
    public const int LongestName = 60, LongestParty = 100, LongestContact = 400, LongestTerms = 20_000;

    public string Customer { get; init; } = "";

    public IReadOnlyList<string> Departments { get; init; } = [];

    public IReadOnlyList<string> Sites { get; init; } = [];

    public IReadOnlyList<Guid> Policies { get; init; } = [];

    public Guid? TeamId { get; init; }

    public string Supplier { get; init; } = "";

    public string Contact { get; init; } = "";

    public Guid? CalendarId { get; init; }

    public IReadOnlyList<AgreedTarget> Targets { get; init; } = [];

    public IReadOnlyList<WaitReason> Pauses { get; init; } = [];

    public IReadOnlyList<EscalationStep> Steps { get; init; } = [];

    public static AgreementDraft Of(Agreement a) => new(a.Kind, a.Name, a.NameEn, a.ValidFrom, a.ValidUntil, a.ReviewOn, a.ResponsibleId, a.Terms, a.Goal, a.Categories)
    {
        Customer = a.Customer, Departments = a.Departments, Sites = a.Sites, Policies = a.Policies, TeamId = a.TeamId, Supplier = a.Supplier, Contact = a.Contact,
        CalendarId = a.CalendarId, Targets = a.Targets, Pauses = a.Pauses, Steps = a.Steps,
    };

    public Agreement New(DateTimeOffset now)
    {
        var agreement = new Agreement { Id = Guid.CreateVersion7(now), Kind = Kind };
        WriteTo(agreement);
        return agreement;
    }

    public void WriteTo(Agreement to)
    {
        (to.Name, to.NameEn, to.ValidFrom, to.ValidUntil, to.ReviewOn, to.ResponsibleId, to.Terms, to.Goal) = (Name, NameEn, ValidFrom, ValidUntil, ReviewOn, ResponsibleId, Terms, Goal);
        (to.Customer, to.TeamId, to.Supplier, to.Contact, to.CalendarId) = (Customer, TeamId, Supplier, Contact, CalendarId);
        // stored documents are replaced only where they differ
        to.Categories = Kept(to.Categories, Categories);
        to.Departments = Kept(to.Departments, Departments);
        to.Sites = Kept(to.Sites, Sites);
        to.Policies = Kept(to.Policies, Policies);
        to.Targets = Kept(to.Targets, Targets);
        to.Pauses = Kept(to.Pauses, Pauses);
        to.Steps = Kept(to.Steps, Steps);
    }

    /// <summary>What is different in the other one, by the name of the detail.</summary>
    public Dictionary<string, PolicyDetail> Changes(AgreementDraft to, CategoryTree tree)
    {
        var (before, after) = (Details(tree), to.Details(tree));
        return before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k))
            .ToDictionary(k => k, k => new PolicyDetail(before.GetValueOrDefault(k), after.GetValueOrDefault(k)));
    }

    private Dictionary<string, string> Details(CategoryTree tree)
    {
        var details = new Dictionary<string, string>
        {
            ["name"] = Name,
            ["nameEn"] = NameEn,
            ["from"] = Said(ValidFrom),
            ["until"] = Said(ValidUntil),
            ["review"] = Said(ReviewOn),
            ["responsible"] = ResponsibleId?.ToString() ?? "",
            ["terms"] = Terms,
            ["goal"] = Goal.ToString(CultureInfo.InvariantCulture),
            ["categories"] = string.Join(", ", Categories.Select(c => tree.Find(c)?.Code ?? c.ToString())),
            ["customer"] = Customer,
            ["departments"] = string.Join(", ", Departments),
            ["sites"] = string.Join(", ", Sites),
            ["policies"] = string.Join(", ", Policies),
            ["team"] = TeamId?.ToString() ?? "",
            ["supplier"] = Supplier,
            ["contact"] = Contact,
            ["calendar"] = CalendarId?.ToString() ?? "",
            ["pauses"] = Listed(Pauses),
        };
        foreach (var target in Targets)
        {
            details[$"target.{Words.Of(target.Priority)}"] = string.Create(CultureInfo.InvariantCulture, $"{target.Value} {Words.Of(target.Unit)}");
        }
        foreach (var (i, step) in Steps.Index())
        {
            details[$"steps.{i + 1}"] = string.Create(CultureInfo.InvariantCulture, $"{Words.Of(step.Moment)} {step.Value}: {Listed(step.Acts)}");
        }
        return details.Where(d => d.Value.Length > 0).ToDictionary();
    }

    private static string Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Listed<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(", ", values.Select(Words.Of));

    private static T Kept<T>(T stored, T given) => Fingerprint.Of(stored) == Fingerprint.Of(given) ? stored : given;
}
