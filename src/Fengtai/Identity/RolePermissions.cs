using System.Collections.Concurrent;
using System.Collections.Frozen;
using Fengtai.Platform.Access;

namespace Fengtai.Identity;

/// <summary>What each role may do: the grants of all practices.</summary>
public sealed class RolePermissions(IEnumerable<Grant> grants)
{
    private readonly FrozenDictionary<string, FrozenSet<Permission>> _byRole = grants
        .GroupBy(g => g.Role)
        .ToFrozenDictionary(g => g.Key, g => g.Select(x => x.Permission).ToFrozenSet());

    private readonly ConcurrentDictionary<string, FrozenSet<Permission>> _bySet = new();

    /// <summary>In alphabetical order.</summary>
    public IReadOnlyList<Permission> All => [.. _byRole.Values.SelectMany(p => p).Distinct().OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The union of what the roles may.</summary>
    public FrozenSet<Permission> Of(IReadOnlyCollection<string> roles) =>
        _bySet.GetOrAdd(string.Join(' ', roles), _ => roles.SelectMany(r => _byRole.GetValueOrDefault(r) ?? []).ToFrozenSet());

    public bool Has(string role, Permission permission) => _byRole.TryGetValue(role, out var permissions) && permissions.Contains(permission);
}
