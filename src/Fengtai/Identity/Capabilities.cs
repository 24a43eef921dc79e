using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Who else may do something? (An actor knows it of itself.)</summary>
public sealed class Capabilities(FengtaiDb db, IEnumerable<Grant> grants)
{
    public async Task<bool> MayAsync(Guid person, Permission permission, CancellationToken cancellation)
    {
        var roles = RolesWith(permission);
        return await db.Set<Person>().AnyAsync(p => p.Id == person && p.IsActive && p.Roles.Any(r => roles.Contains(r)), cancellation);
    }

    /// <summary>All active people with this permission, by name.</summary>
    public async Task<IReadOnlyList<PersonCard>> WhoMayAsync(Permission permission, CancellationToken cancellation)
    {
        var roles = RolesWith(permission);
        var people = await db.Set<Person>().AsNoTracking().Where(p => p.IsActive && p.Roles.Any(r => roles.Contains(r))).OrderBy(p => p.Login).ToListAsync(cancellation);
        return [.. people.Select(People.CardOf)];
    }

    private string[] RolesWith(Permission permission) => [.. grants.Where(g => g.Permission == permission).Select(g => g.Role)];
}
