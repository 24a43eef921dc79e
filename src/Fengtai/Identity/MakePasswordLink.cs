using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>An administrator makes a link with which somebody sets a new password: once, within 24 hours. An earlier link becomes void.</summary>
internal sealed class MakePasswordLink(Work work)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>The secret part of the link, to be shown once.</summary>
    public async Task<Result<PasswordLink>> RunAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
        {
            return new NotFound();
        }
        if (!person.IsActive)
        {
            return new PersonIsDisabled();
        }
        work.Db.RemoveRange(await work.Db.Set<OneTimeLink>().Where(l => l.PersonId == id).ToListAsync(cancellation));
        var link = new PasswordLink(Secrets.New(), work.Now + Life);
        work.Db.Add(new OneTimeLink { TokenHash = Secrets.Hash(link.Secret), PersonId = id, ExpiresAt = link.Until });
        work.Record(PersonEvent.Of(id), new PasswordLinkMade(link.Until), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => link);
    }
}

internal sealed record PasswordLink(string Secret, DateTimeOffset Until)
{
    public string Path => $"{SetPassword.Path}/{Secret}";

    // a record would print the secret into a log
    public override string ToString() => $"until {Until:u}";
}

internal sealed record PersonIsDisabled : Refusal;
