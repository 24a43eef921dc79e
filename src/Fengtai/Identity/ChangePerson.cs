using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>An administrator changes a person's details, based on the version that they saw.</summary>
internal sealed class ChangePerson(Work work)
{
    public async Task<Result<Person>> RunAsync(Guid id, PersonForm form, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
        {
            return new NotFound();
        }
        if (form.Version != person.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            return new ChangedMeanwhile();
        }
        var details = GivenDetails.Read(form);
        if (details.IsRefused)
        {
            return Result<Person>.Refused(details.Refusals);
        }
        Apply(work, person, details.Value, actor);
        return (await work.SaveAsync(cancellation)).Map(_ => person);
    }

    /// <summary>Changes the details as part of a larger work; false where nothing is different.</summary>
    public static bool Apply(Work work, Person person, PersonDetails details, Actor actor)
    {
        var changes = GivenDetails.Changes(person.Details, details);
        if (changes.Count == 0)
        {
            return false;
        }
        person.Describe(details);
        work.Record(PersonEvent.Of(person.Id), new PersonChanged(changes), actor);
        return true;
    }
}
