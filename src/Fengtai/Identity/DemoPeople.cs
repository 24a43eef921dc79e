using Fengtai.Identity.Portal;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Whom the sign-in page of a demonstration offers, and letting them in.</summary>
internal sealed class DemoPeople(FengtaiDb db, Work work, DemoSignIn demo)
{
    private const int MostPerRole = 6;
    private const int MostUsers = 4;

    // in the order in which a ticket meets them
    private static readonly string[] Order =
    [
        Roles.User, Roles.Agent, Roles.Lead, Roles.Engineer, Roles.Supplier, Roles.Manager, Roles.ServiceLevelManager, Roles.Quality, Roles.Administrator, Roles.Auditor,
    ];

    public async Task<IReadOnlyList<DemoGroup>> AskAsync(CancellationToken cancellation)
    {
        if (!demo.IsOffered)
        {
            return [];
        }
        var groups = new List<DemoGroup>();
        var shown = new HashSet<Guid>();
        foreach (var role in Order)
        {
            var people = await db.Set<Person>().AsNoTracking()
                .Where(p => p.IsActive && p.Roles.Contains(role) && (role != Roles.User || p.Roles.Length == 1))
                .OrderBy(p => p.CreatedAt).ThenBy(p => p.Login)
                .Take(MostPerRole * 2)
                .ToListAsync(cancellation);
            var first = people.Where(p => shown.Add(p.Id)).Take(role == Roles.User ? MostUsers : MostPerRole).Select(p => new DemoPerson(p.Login, p.Name, p.Department ?? "")).ToList();
            if (first.Count > 0)
            {
                groups.Add(new(role, first));
            }
        }
        return groups;
    }

    public async Task<Result<StartedSession>> SignInAsync(string? login, Visitor visitor, CancellationToken cancellation)
    {
        if (!demo.IsOffered || await db.Set<Person>().SingleOrDefaultAsync(p => p.Login == login && p.IsActive, cancellation) is not { } person)
        {
            return new NotFound();
        }
        var session = work.StartSession(person, visitor, stay: false);
        return (await work.SaveAsync(cancellation)).Map(_ => session);
    }
}
