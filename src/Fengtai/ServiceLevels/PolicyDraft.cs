using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Platform.Http;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>What is said about a policy, apart from its place and whether it is in force.</summary>
internal sealed record PolicyDraft(
    string Name, string NameEn, PolicyConditions Conditions, Guid CalendarId, IReadOnlyList<PolicyTarget> Targets, IReadOnlyList<WaitReason> Pauses, IReadOnlyList<EscalationStep> Steps)
{
    public const int LongestName = 60;

    public static PolicyDraft Of(Policy policy) => new(policy.Name, policy.NameEn, policy.Conditions, policy.CalendarId, policy.Targets, policy.Pauses, policy.Steps);

    public void WriteTo(Policy policy)
    {
        (policy.Name, policy.NameEn, policy.CalendarId) = (Name, NameEn, CalendarId);
        // stored documents are replaced only where they differ
        policy.Conditions = Same(policy.Conditions, Conditions) ? policy.Conditions : Conditions;
        policy.Targets = Same(policy.Targets, Targets) ? policy.Targets : Targets;
        policy.Pauses = Same(policy.Pauses, Pauses) ? policy.Pauses : Pauses;
        policy.Steps = Same(policy.Steps, Steps) ? policy.Steps : Steps;
    }

    /// <summary>What is different in the other one, by the name of the detail.</summary>
    public Dictionary<string, PolicyDetail> Changes(PolicyDraft to, CategoryTree tree)
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
            ["types"] = Listed(Conditions.Types),
            ["categories"] = string.Join(", ", Conditions.Categories.Select(c => tree.Find(c)?.Code ?? c.ToString())),
            ["priorities"] = Listed(Conditions.Priorities),
            ["departments"] = string.Join(", ", Conditions.Departments),
            ["sites"] = string.Join(", ", Conditions.Sites),
            ["channels"] = Listed(Conditions.Channels),
            ["vip"] = Conditions.Vip?.ToString() ?? "",
            ["calendar"] = CalendarId.ToString(),
            ["pauses"] = Listed(Pauses),
        };
        foreach (var target in Targets)
        {
            details[$"target.{Words.Of(target.Kind)}"] = string.Create(CultureInfo.InvariantCulture, $"{target.Value} {Words.Of(target.Unit)} {target.Calendar}").TrimEnd();
        }
        foreach (var (i, step) in Steps.Index())
        {
            details[$"steps.{i + 1}"] = string.Create(CultureInfo.InvariantCulture, $"{Words.Of(step.Moment)} {step.Value} [{Listed(step.Kinds)}]: {Listed(step.Acts)}");
        }
        return details.Where(d => d.Value.Length > 0).ToDictionary();
    }

    private static string Listed<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(", ", values.Select(Words.Of));

    private static bool Same<T>(T one, T other) => Fingerprint.Of(one) == Fingerprint.Of(other);
}
