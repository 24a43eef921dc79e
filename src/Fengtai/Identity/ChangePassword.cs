using Fengtai.Identity.Portal;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Somebody gives themselves another password, knowing the present one. All other sessions end.</summary>
internal sealed class ChangePassword(Work work, PasswordHasher<Account> hasher, SignInLimit limit)
{
    public const string Path = "/account/password";

    public async Task<Result<Done>> RunAsync(ChangePasswordForm form, Actor actor, Visitor visitor, CancellationToken cancellation)
    {
        if (Missing(form) is { Count: > 0 } missing)
        {
            return Result<Done>.Refused(missing);
        }
        if (!limit.TryBegin(visitor.Address))
        {
            return new TooManyAttempts((int)SignInLimit.Window.TotalMinutes);
        }
        var account = await work.Db.Set<Account>().SingleOrDefaultAsync(a => a.PersonId == actor.Id, cancellation);
        if (account?.PasswordHash is null || hasher.VerifyHashedPassword(account, account.PasswordHash, form.Present!) == PasswordVerificationResult.Failed)
        {
            return new PresentPasswordIsWrong();
        }
        limit.Succeeded(visitor.Address);
        if (form.Present == form.Password)
        {
            return new PasswordIsTheSame();
        }
        if (PasswordRule.Check("password", form.Password!, actor.Login) is { } refusal)
        {
            return refusal;
        }
        account.Give(hasher.HashPassword(account, form.Password!), work.Now);
        work.Record(PersonEvent.Of(actor.Id), new PasswordChanged("own"), actor);
        await work.EndSessionsAsync(actor.Id, "passwordChanged", actor, cancellation, except: actor.Credential);
        return await work.SaveAsync(cancellation);
    }

    private static List<Refusal> Missing(ChangePasswordForm form)
    {
        var missing = new List<Refusal>();
        if (string.IsNullOrEmpty(form.Present))
        {
            missing.Add(new Missing("present"));
        }
        missing.AddRange(NewPassword.Missing(form.Password, form.Again));
        return missing;
    }
}

/// <summary>A new password is typed twice, because it cannot be seen.</summary>
internal static class NewPassword
{
    public static IEnumerable<Refusal> Missing(string? password, string? again)
    {
        if (string.IsNullOrEmpty(password))
        {
            yield return new Missing("password");
        }
        else if (password != again)
        {
            yield return new PasswordsDiffer();
        }
    }
}

internal sealed record PresentPasswordIsWrong : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "present";
}

internal sealed record PasswordIsTheSame : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "password";
}

internal sealed record PasswordsDiffer : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "again";
}
