using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Who is this, and who is meant?</summary>
public sealed class People(FengtaiDb db)
{
    public async Task<PersonCard?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is { } person ? CardOf(person) : null;

    /// <param name="login">In any case.</param>
    public async Task<PersonCard?> ByLoginAsync(string login, CancellationToken cancellation = default)
    {
        var lower = login.Trim().ToLowerInvariant();
        return await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Login == lower, cancellation) is { } person ? CardOf(person) : null;
    }

    /// <summary>Those that exist, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonCard>> ManyAsync(IEnumerable<Guid> ids, CancellationToken cancellation = default)
    {
        var wanted = ids.Distinct().ToArray();
        return wanted.Length == 0
            ? new Dictionary<Guid, PersonCard>()
            : await db.Set<Person>().AsNoTracking().Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, CardOf, cancellation);
    }

    /// <summary>Active people by name, login, staff number or telephone; best first.</summary>
    public async Task<IReadOnlyList<PersonCard>> SearchAsync(string words, int limit, CancellationToken cancellation = default)
    {
        var part = words.Trim().ToLowerInvariant();
        if (part.Length == 0)
        {
            return [];
        }
        var found = await db.Set<Person>().AsNoTracking()
            .Where(p => p.IsActive && (p.Name.Contains(part) || p.Login.StartsWith(part) || p.StaffNumber == part || p.Phone == part || p.Mobile == part))
            .OrderByDescending(p => p.Login == part || p.StaffNumber == part || p.Phone == part || p.Mobile == part)
            .ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Take(limit)
            .ToListAsync(cancellation);
        return [.. found.Select(CardOf)];
    }

    internal static PersonCard CardOf(Person p) =>
        new(p.Id, p.Login, p.Name, p.StaffNumber, p.Department, p.Site, p.Phone, p.Mobile, p.WeChat, p.Mail, p.IsVip, p.IsActive, p.Culture, p.TimeZone);
}
