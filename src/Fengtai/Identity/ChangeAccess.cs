using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>
/// Gives roles, and lets people in or shuts them out. There is always somebody who can administer: two administrators
/// who demote each other at the same moment take turns on a lock, and the second is refused.
/// </summary>
internal sealed class ChangeAccess(Work work)
{
    public async Task<Result<Done>> GiveRolesAsync(Guid id, IReadOnlyCollection<string> roles, Actor actor, CancellationToken cancellation)
    {
        if (CreatePerson.UnknownRoles(roles).FirstOrDefault() is { } unknown)
        {
            return unknown;
        }
        return await ChangeAsync(id, person =>
        {
            var before = person.Roles;
            person.GiveRoles(roles);
            if (!before.SequenceEqual(person.Roles))
            {
                work.Record(PersonEvent.Of(id), new RolesChanged(before, person.Roles), actor);
            }
            return Task.CompletedTask;
        }, cancellation);
    }

    public async Task<Result<Done>> DisableAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (actor.Is(id))
        {
            return new CannotDisableYourself();
        }
        return await ChangeAsync(id, async person =>
        {
            if (!person.IsActive)
            {
                return;
            }
            person.Activate(false);
            work.Record(PersonEvent.Of(id), new PersonDisabled(), actor);
            await work.EndSessionsAsync(id, "disabled", actor, cancellation);
            work.Db.RemoveRange(await work.Db.Set<OneTimeLink>().Where(l => l.PersonId == id).ToListAsync(cancellation));
        }, cancellation);
    }

    public Task<Result<Done>> EnableAsync(Guid id, Actor actor, CancellationToken cancellation) => ChangeAsync(id, person =>
    {
        if (!person.IsActive)
        {
            person.Activate(true);
            work.Record(PersonEvent.Of(id), new PersonEnabled(), actor);
        }
        return Task.CompletedTask;
    }, cancellation);

    private async Task<Result<Done>> ChangeAsync(Guid id, Func<Person, Task> change, CancellationToken cancellation)
    {
        await using var transaction = await work.Db.Database.BeginTransactionAsync(cancellation);
        await work.Db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('identity.administrators'))", cancellation);
        if (await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
        {
            return new NotFound();
        }
        var could = CanAdminister(person);
        await change(person);
        if (could && !CanAdminister(person) && !await work.Db.Set<Person>().AnyAsync(p => p.Id != id && p.IsActive && p.Roles.Contains(Roles.Administrator), cancellation))
        {
            return new LastAdministrator();
        }
        var saved = await work.SaveAsync(cancellation);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancellation);
        }
        return saved;
    }

    private static bool CanAdminister(Person person) => person.IsActive && person.Roles.Contains(Roles.Administrator);
}

internal sealed record CannotDisableYourself : Refusal;

/// <summary>Nobody else could administer any more.</summary>
internal sealed record LastAdministrator : Refusal;
