using System.Collections.Concurrent;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Who else may do something? (An actor knows it of itself.)</summary>
public sealed class Capabilities(FengtaiDb db, IEnumerable<Grant> grants, Kept<Holders> kept)
{
    public async Task<bool> MayAsync(Guid person, Permission permission, CancellationToken cancellation)
    {
        var roles = RolesWith(permission);
        return await db.Set<Person>().AnyAsync(p => p.Id == person && p.IsActive && p.Roles.Any(r => roles.Contains(r)), cancellation);
    }

    /// <summary>All active people with this permission, by name.</summary>
    public async Task<IReadOnlyList<PersonCard>> WhoMayAsync(Permission permission, CancellationToken cancellation) =>
        await (await kept.GetAsync(() => Task.FromResult(new Holders()))).OfAsync(permission, () => HoldersAsync(permission, cancellation));

    private async Task<IReadOnlyList<PersonCard>> HoldersAsync(Permission permission, CancellationToken cancellation)
    {
        var roles = RolesWith(permission);
        return await db.Set<Person>().Where(p => p.IsActive && p.Roles.Any(r => roles.Contains(r))).OrderBy(p => p.Login).Select(People.Card).ToListAsync(cancellation);
    }

    private string[] RolesWith(Permission permission) => [.. grants.Where(g => g.Permission == permission).Select(g => g.Role)];
}

/// <summary>Who has which permission, as far as somebody asked.</summary>
public sealed class Holders
{
    private readonly ConcurrentDictionary<Permission, IReadOnlyList<PersonCard>> _known = new();

    internal async Task<IReadOnlyList<PersonCard>> OfAsync(Permission permission, Func<Task<IReadOnlyList<PersonCard>>> load) =>
        _known.TryGetValue(permission, out var holders) ? holders : _known[permission] = await load();
}
