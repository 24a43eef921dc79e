using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Who works in which team, and who leads it.</summary>
internal sealed class ChangeMembers(Work work)
{
    public Task<Result<Done>> JoinAsync(Guid team, Guid person, Actor actor, CancellationToken cancellation) => ChangeAsync(team, person, joins: true, null, actor, cancellation);

    public Task<Result<Done>> LeaveAsync(Guid team, Guid person, Actor actor, CancellationToken cancellation) => ChangeAsync(team, person, joins: false, null, actor, cancellation);

    public Task<Result<Done>> LeadAsync(Guid team, Guid person, bool leads, Actor actor, CancellationToken cancellation) => ChangeAsync(team, person, joins: true, leads, actor, cancellation);

    /// <summary>Puts somebody into exactly these teams; who led one of them goes on leading it.</summary>
    public async Task<Result<Done>> SetTeamsAsync(Guid person, IReadOnlyCollection<string> codes, Actor actor, CancellationToken cancellation)
    {
        if (!await work.Db.Set<Person>().AnyAsync(p => p.Id == person, cancellation))
        {
            return new NotFound();
        }
        var wanted = await work.Db.Set<Team>().Where(t => codes.Contains(t.Code)).ToListAsync(cancellation);
        if (codes.Except(wanted.Select(t => t.Code)).FirstOrDefault() is { } unknown)
        {
            return new UnknownValue("teams", unknown);
        }
        var present = await work.Db.Set<TeamMember>().Where(m => m.PersonId == person).ToListAsync(cancellation);
        foreach (var member in present.Where(m => wanted.TrueForAll(t => t.Id != m.TeamId)))
        {
            Remove(member, actor);
        }
        foreach (var team in wanted.Where(t => present.TrueForAll(m => m.TeamId != t.Id)))
        {
            Add(team.Id, person, false, actor);
        }
        return await work.SaveAsync(cancellation);
    }

    private async Task<Result<Done>> ChangeAsync(Guid team, Guid person, bool joins, bool? leads, Actor actor, CancellationToken cancellation)
    {
        if (!await work.Db.Set<Team>().AnyAsync(t => t.Id == team, cancellation) || !await work.Db.Set<Person>().AnyAsync(p => p.Id == person && (p.IsActive || !joins), cancellation))
        {
            return new NotFound();
        }
        var member = await work.Db.Set<TeamMember>().SingleOrDefaultAsync(m => m.TeamId == team && m.PersonId == person, cancellation);
        switch (member, joins)
        {
            case (null, true):
                Add(team, person, leads ?? false, actor);
                break;
            case (not null, false):
                Remove(member, actor);
                break;
            case (not null, true) when leads is { } now && now != member.IsLead:
                member.IsLead = now;
                work.Record(TeamEvent.Of(team), new TeamLeadChanged(person, now), actor);
                break;
            default:
                break;
        }
        return await work.SaveAsync(cancellation);
    }

    private void Add(Guid team, Guid person, bool leads, Actor actor)
    {
        work.Db.Add(new TeamMember { TeamId = team, PersonId = person, IsLead = leads });
        work.Record(TeamEvent.Of(team), new TeamMemberJoined(person, leads), actor);
    }

    private void Remove(TeamMember member, Actor actor)
    {
        work.Db.Remove(member);
        work.Record(TeamEvent.Of(member.TeamId), new TeamMemberLeft(member.PersonId), actor);
    }
}
