using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Which templates, or macros, may somebody use? What they used last comes first, then by name.</summary>
internal sealed class OwnKept<T>(FengtaiDb db) where T : class, IShared
{
    public async Task<IReadOnlyList<T>> OfAsync(Actor actor, CancellationToken cancellation)
    {
        var (me, teams) = (actor.Id, actor.Teams.ToArray());
        var found = await db.Set<T>().AsNoTracking()
            .Where(k => k.DeletedAt == null && (k.OwnerId == me || k.Audience == Audience.Everybody || k.Audience == Audience.Team && teams.Contains(k.TeamId!.Value)))
            .GroupJoin(db.Set<LastUse>().Where(u => u.PersonId == me), k => k.Id, u => u.WhatId, (k, uses) => new { Kept = k, Uses = uses })
            .SelectMany(k => k.Uses.DefaultIfEmpty(), (k, use) => new { k.Kept, UsedAt = (DateTimeOffset?)use!.UsedAt })
            .OrderBy(k => k.UsedAt == null).ThenByDescending(k => k.UsedAt).ThenBy(k => k.Kept.Name).ThenBy(k => k.Kept.Id)
            .Select(k => k.Kept)
            .ToListAsync(cancellation);
        return [.. found.Where(k => Sharing.MaySee(k, actor))];
    }

    /// <summary>Null where there is none that this person sees.</summary>
    public async Task<T?> FindAsync(Guid id, Actor actor, CancellationToken cancellation) => (await OfAsync(actor, cancellation)).FirstOrDefault(k => k.Id == id);
}
