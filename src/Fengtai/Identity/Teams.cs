using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Who works together, and on which line?</summary>
public sealed class Teams(FengtaiDb db, Kept<IReadOnlyList<TeamCard>> kept)
{
    /// <summary>By line, then by name.</summary>
    public async Task<IReadOnlyList<TeamCard>> AllAsync(CancellationToken cancellation = default) =>
        await kept.GetAsync(async () => [.. (await Cards(db.Set<Team>()).ToListAsync(cancellation)).OrderBy(t => t.Line).ThenBy(t => t.Name, StringComparer.Ordinal)]);

    public async Task<TeamCard?> FindAsync(Guid id, CancellationToken cancellation = default) => (await AllAsync(cancellation)).FirstOrDefault(t => t.Id == id);

    public async Task<TeamCard?> ByCodeAsync(string code, CancellationToken cancellation = default) => (await AllAsync(cancellation)).FirstOrDefault(t => t.Code == code);

    /// <summary>The active members, those who lead first.</summary>
    public async Task<IReadOnlyList<TeamMemberCard>> MembersAsync(Guid team, CancellationToken cancellation = default)
    {
        var leads = await db.Set<TeamMember>().AsNoTracking().Where(m => m.TeamId == team).ToDictionaryAsync(m => m.PersonId, m => m.IsLead, cancellation);
        var people = await db.Set<Person>().Where(p => p.IsActive && leads.Keys.Contains(p.Id)).Select(People.Card).ToListAsync(cancellation);
        return [.. people
            .OrderByDescending(p => leads[p.Id]).ThenBy(p => p.Login, StringComparer.Ordinal)
            .Select(p => new TeamMemberCard(p, leads[p.Id]))];
    }

    /// <summary>The teams of a person.</summary>
    public async Task<IReadOnlyList<TeamCard>> OfAsync(Guid person, CancellationToken cancellation = default) =>
        await Cards(db.Set<Team>().Where(t => db.Set<TeamMember>().Any(m => m.TeamId == t.Id && m.PersonId == person)).OrderBy(t => t.Code)).ToListAsync(cancellation);

    private static IQueryable<TeamCard> Cards(IQueryable<Team> teams) => teams.AsNoTracking().Select(t => new TeamCard(t.Id, t.Code, t.Name, t.NameEn, t.Line));
}

public sealed record TeamCard(Guid Id, string Code, string Name, string NameEn, TeamLine Line);

public sealed record TeamMemberCard(PersonCard Person, bool IsLead);
