using System.Globalization;
using Fengtai.Identity.Portal;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Creates a key for programs that act as this person, for a while and perhaps for reading only. It is shown once.</summary>
internal sealed class CreateToken(Work work)
{
    public const int LongestName = 60;
    public const int DefaultDays = 90;
    private const int Most = 20;

    /// <summary>The lives that are offered, in days.</summary>
    public static readonly IReadOnlyList<int> Lives = [7, 30, DefaultDays, 365];

    public async Task<Result<CreatedToken>> RunAsync(Guid person, CreateTokenForm form, Actor actor, CancellationToken cancellation)
    {
        var texts = new GivenTexts();
        var name = texts.Line("tokenName", form.TokenName, LongestName, required: true);
        List<Refusal> refusals = [.. texts.Refusals];
        if (form.Scope is not ("read" or "write"))
        {
            refusals.Add(new UnknownValue("scope", form.Scope ?? ""));
        }
        if (!int.TryParse(form.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || !Lives.Contains(days))
        {
            refusals.Add(new UnknownValue("days", form.Days ?? ""));
        }
        if (await work.Db.Set<ApiToken>().CountAsync(t => t.PersonId == person && t.ExpiresAt > work.Now, cancellation) >= Most)
        {
            refusals.Add(new TooManyTokens(Most));
        }
        if (refusals.Count > 0)
        {
            return Result<CreatedToken>.Refused(refusals);
        }
        var secret = SignedInHandler.TokenPrefix + Secrets.New();
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(work.Now),
            PersonId = person,
            Name = name,
            TokenHash = Secrets.Hash(secret),
            MayWrite = form.Scope == "write",
            CreatedAt = work.Now,
            ExpiresAt = work.Now.AddDays(days),
        };
        work.Db.Add(token);
        work.Record(PersonEvent.Of(person), new TokenCreated(token.Id, name, token.MayWrite, token.ExpiresAt), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => new CreatedToken(secret, name, token.ExpiresAt));
    }
}

internal sealed record CreatedToken(string Secret, string Name, DateTimeOffset ExpiresAt)
{
    // a record would print the secret into a log
    public override string ToString() => Name;
}

internal sealed record TooManyTokens(int Most) : Refusal
{
    public override object[] Arguments => [Most];
}
