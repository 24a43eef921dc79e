using Fengtai.Identity.Admin;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Identity;

namespace Fengtai.Identity;

/// <summary>Creates a person, with or without a password.</summary>
internal sealed class CreatePerson(Work work, PasswordHasher<Account> hasher)
{
    public const string LoginUnique = "people_login_unique";
    public const string StaffNumberUnique = "people_staff_number_unique";

    /// <param name="password">Null: the person cannot sign in until an administrator has made a link.</param>
    /// <param name="mustChange">The password is somebody else's, and only good for the first time.</param>
    /// <param name="way">See <see cref="PersonCreated"/>.</param>
    public async Task<Result<Person>> RunAsync(PersonForm form, IReadOnlyCollection<string> roles, string? password, bool mustChange, string way, Actor actor, CancellationToken cancellation)
    {
        var person = Decide(form, roles, password);
        if (person.IsRefused)
        {
            return person;
        }
        Add(person.Value, password, mustChange, way, actor);
        return (await work.SaveAsync(cancellation)).Map(_ => person.Value);
    }

    /// <summary>Adds the person to the work; the caller saves.</summary>
    public void Add(Person person, string? password, bool mustChange, string way, Actor actor)
    {
        work.Db.Add(person);
        if (password is not null)
        {
            var account = new Account { PersonId = person.Id };
            account.Give(hasher.HashPassword(account, password), work.Now, mustChange);
            work.Db.Add(account);
        }
        work.Record(PersonEvent.Of(person.Id), new PersonCreated(person.Login, person.Name, person.Roles, way), actor);
    }

    public Result<Person> Decide(PersonForm form, IReadOnlyCollection<string> roles, string? password)
    {
        var login = LoginRule.Read(form.Login);
        var details = GivenDetails.Read(form);
        List<Refusal> refusals = [.. login.Refusals, .. details.Refusals, .. UnknownRoles(roles)];
        if (password is not null && PasswordRule.Check("password", password, form.Login ?? "") is { } bad)
        {
            refusals.Add(bad);
        }
        return refusals.Count > 0 ? Result<Person>.Refused(refusals) : Person.Create(login.Value, details.Value, roles, work.Now);
    }

    public static IEnumerable<Refusal> UnknownRoles(IEnumerable<string> roles) =>
        roles.Except(Roles.All).Select(r => new UnknownValue("roles", r));
}

internal sealed record LoginIsTaken : Refusal
{
    public override string? Field => "login";
}

internal sealed record StaffNumberIsTaken : Refusal
{
    public override string? Field => "staffNumber";
}
