using Fengtai.Identity.Rules;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Sets a new password by a link that was made for it. The link is used up, all sessions end, a lock is lifted.</summary>
internal sealed class SetPassword(Work work, PasswordHasher<Account> hasher)
{
    public const string Path = "/set-password";

    /// <summary>Whose password the link sets; null where it is used up, over, or none of ours.</summary>
    public async Task<Person?> ForAsync(string secret, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(secret);
        return await work.Db.Set<OneTimeLink>().Where(l => l.TokenHash == hash && l.ExpiresAt > work.Now)
            .Join(work.Db.Set<Person>().Where(p => p.IsActive), l => l.PersonId, p => p.Id, (_, p) => p)
            .SingleOrDefaultAsync(cancellation);
    }

    public async Task<Result<StartedSession>> RunAsync(string secret, string? password, string? again, Visitor visitor, CancellationToken cancellation)
    {
        if (await ForAsync(secret, cancellation) is not { } person)
        {
            return new LinkIsUsedUp();
        }
        if (NewPassword.Missing(password, again).FirstOrDefault() is { } missing)
        {
            return missing;
        }
        if (PasswordRule.Check("password", password!, person.Login) is { } refusal)
        {
            return refusal;
        }
        var hash = Secrets.Hash(secret);
        if (await work.Db.Set<OneTimeLink>().SingleOrDefaultAsync(l => l.TokenHash == hash, cancellation) is not { } link)
        {
            return new LinkIsUsedUp();
        }
        work.Db.Remove(link);
        var account = await work.AccountAsync(person.Id, cancellation);
        account.Give(hasher.HashPassword(account, password!), work.Now);
        var self = Sessions.Self(person);
        work.Record(PersonEvent.Of(person.Id), new PasswordChanged("link"), self);
        await work.EndSessionsAsync(person.Id, "passwordChanged", self, cancellation);
        var login = Secrets.Hash(person.Login);
        work.Db.RemoveRange(await work.Db.Set<SignInAttempts>().Where(a => a.LoginHash == login).ToListAsync(cancellation));
        var session = work.StartSession(person, visitor, stay: false);
        var saved = await work.SaveAsync(cancellation);
        // the link went with somebody who was faster
        return saved.IsRefused ? new LinkIsUsedUp() : session;
    }
}

internal static class Accounts
{
    /// <summary>The account of a person, a new one where they never had one.</summary>
    public static async Task<Account> AccountAsync(this Work work, Guid person, CancellationToken cancellation)
    {
        var account = await work.Db.Set<Account>().SingleOrDefaultAsync(a => a.PersonId == person, cancellation);
        if (account is null)
        {
            account = new() { PersonId = person };
            work.Db.Add(account);
        }
        return account;
    }
}

internal sealed record LinkIsUsedUp : Refusal
{
    public override RefusalKind Kind => RefusalKind.NotFound;
}
