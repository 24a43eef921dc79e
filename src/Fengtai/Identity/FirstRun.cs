using Fengtai.Identity.Admin;
using Fengtai.Identity.Portal;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Where nobody can administer, the server prints a link that works once: who opens it becomes the first administrator.</summary>
internal sealed class FirstRun(Work work, CreatePerson create)
{
    public const string Path = "/first-run";
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>A new link, which makes earlier ones void; null where there is an administrator.</summary>
    public async Task<string?> LinkAsync(CancellationToken cancellation)
    {
        if (await ThereIsAnAdministratorAsync(cancellation))
        {
            return null;
        }
        work.Db.RemoveRange(await work.Db.Set<OneTimeLink>().Where(l => l.PersonId == null).ToListAsync(cancellation));
        var secret = Secrets.New();
        work.Db.Add(new OneTimeLink { TokenHash = Secrets.Hash(secret), ExpiresAt = work.Now + Life });
        return (await work.SaveAsync(cancellation)).IsRefused ? null : $"{Path}/{secret}";
    }

    /// <summary>Whether an administrator is still to be created. Links are few: where none is left, nobody is counted.</summary>
    public async Task<bool> IsAwaitedAsync(CancellationToken cancellation) =>
        await work.Db.Set<OneTimeLink>().AnyAsync(l => l.PersonId == null, cancellation) && !await ThereIsAnAdministratorAsync(cancellation);

    public async Task<bool> IsOpenAsync(string secret, CancellationToken cancellation) => await FindAsync(secret, cancellation) is not null;

    public async Task<Result<StartedSession>> RunAsync(string secret, FirstRunForm form, Visitor visitor, CancellationToken cancellation)
    {
        if (await FindAsync(secret, cancellation) is not { } link)
        {
            return new LinkIsUsedUp();
        }
        List<Refusal> missing = [.. NewPassword.Missing(form.Password, form.Again)];
        var person = create.Decide(new() { Login = form.Login, Name = form.Name, Culture = form.Culture, TimeZone = form.TimeZone }, [Roles.User, Roles.Administrator], missing.Count > 0 ? null : form.Password);
        if (person.IsRefused || missing.Count > 0)
        {
            return Result<StartedSession>.Refused([.. person.Refusals, .. missing]);
        }
        create.Add(person.Value, form.Password, mustChange: false, "firstRun", Actor.System);
        work.Db.Remove(link);
        var session = work.StartSession(person.Value, visitor, stay: false);
        var saved = await work.SaveAsync(cancellation);
        return saved.IsRefused ? new LinkIsUsedUp() : session;
    }

    private async Task<OneTimeLink?> FindAsync(string secret, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(secret);
        return await ThereIsAnAdministratorAsync(cancellation) ? null : await work.Db.Set<OneTimeLink>().SingleOrDefaultAsync(l => l.TokenHash == hash && l.PersonId == null && l.ExpiresAt > work.Now, cancellation);
    }

    private Task<bool> ThereIsAnAdministratorAsync(CancellationToken cancellation) =>
        work.Db.Set<Person>().AnyAsync(p => p.IsActive && p.Roles.Contains(Roles.Administrator), cancellation);
}

/// <summary>Tells the operator of an empty service desk how to begin.</summary>
internal sealed class SayFirstRunLink(IServiceScopeFactory scopes, HostSettings settings) : IBeforeReady
{
    public async Task PrepareAsync(Action<string> say, CancellationToken cancellation)
    {
        // a demonstration brings its own
        if (settings.Demo)
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstRun>().LinkAsync(cancellation) is { } path)
        {
            say($"There is no administrator yet. Create the administrator here (works once, for {FirstRun.Life.TotalDays:0} days): {new Uri(settings.PublicUrl, path)}");
        }
    }
}
