using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>
/// Signs a person in with login and password. Neither the answer nor its time tells whether a login exists: a password is hashed and the attempt
/// counted in any case. The answer is given only after the count is saved, so guesses made at once are counted one after the other.
/// </summary>
internal sealed class SignIn(Work work, PasswordHasher<Account> hasher, SignInLimit limit)
{
    private const int MostCollisions = 20;

    // what a password is held against where there is none
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>(PasswordHashing.Options).HashPassword(new(), Secrets.New()));

    public async Task<Result<StartedSession>> RunAsync(string? login, string? password, bool stay, Visitor visitor, CancellationToken cancellation)
    {
        var typed = (login ?? "").Trim().ToLowerInvariant();
        if (typed.Length == 0)
        {
            return new Missing("login");
        }
        if (string.IsNullOrEmpty(password))
        {
            return new Missing("password");
        }
        if (!limit.TryBegin(visitor.Address))
        {
            return new TooManyAttempts((int)SignInLimit.Window.TotalMinutes);
        }
        for (var collisions = 0; collisions < MostCollisions; collisions++)
        {
            var answer = await AnswerAsync(typed, password, stay, visitor, cancellation);
            var saved = await work.SaveAsync(cancellation);
            if (!saved.IsRefused)
            {
                if (!answer.IsRefused)
                {
                    limit.Succeeded(visitor.Address);
                }
                return answer;
            }
            // somebody else tried the same login at the same time: their attempt counts first
            work.Db.ChangeTracker.Clear();
        }
        return new TooManyAttempts(1);
    }

    private async Task<Result<StartedSession>> AnswerAsync(string login, string password, bool stay, Visitor visitor, CancellationToken cancellation)
    {
        var attempts = await AttemptsAsync(login, cancellation);
        if (attempts.State.IsLocked(work.Now))
        {
            return new SignInIsLocked((int)Math.Ceiling((attempts.State.LockedUntil!.Value - work.Now).TotalMinutes));
        }
        var person = await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Login == login, cancellation);
        var account = person is null ? null : await work.Db.Set<Account>().SingleOrDefaultAsync(a => a.PersonId == person.Id, cancellation);
        var verified = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash.Value, password);
        if (verified == PasswordVerificationResult.Failed || account?.PasswordHash is null || !person!.IsActive)
        {
            attempts.State = attempts.State.AfterFailure(work.Now);
            RecordFailure(person, visitor, attempts.State.LockedUntil);
            return new WrongLoginOrPassword(Lockout.MostFailures, (int)Lockout.Length.TotalMinutes);
        }
        attempts.State = new(0, work.Now, null);
        account.LastSignInAt = work.Now;
        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
        }
        return work.StartSession(person, visitor, stay);
    }

    private void RecordFailure(Person? person, Visitor visitor, DateTimeOffset? lockedUntil)
    {
        if (person is null)
        {
            return;
        }
        work.Record(PersonEvent.Of(person.Id), new SignInFailed(visitor.Address), Actor.Anonymous);
        if (lockedUntil is { } until)
        {
            work.Record(PersonEvent.Of(person.Id), new SignInLocked(until), Actor.Anonymous);
        }
    }

    private async Task<SignInAttempts> AttemptsAsync(string login, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(login);
        var attempts = await work.Db.Set<SignInAttempts>().SingleOrDefaultAsync(a => a.LoginHash == hash, cancellation);
        if (attempts is null)
        {
            attempts = new() { LoginHash = hash };
            work.Db.Add(attempts);
        }
        return attempts;
    }
}

internal sealed record WrongLoginOrPassword(int Most, int Minutes) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override object[] Arguments => [Most, Minutes];
}

internal sealed record SignInIsLocked(int Minutes) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override object[] Arguments => [Minutes];
}

internal sealed record TooManyAttempts(int Minutes) : Refusal
{
    public override RefusalKind Kind => RefusalKind.TooMany;

    public override object[] Arguments => [Minutes];
}
