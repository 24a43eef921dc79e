using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>People keep their own language, time zone and numbers right; what the personnel department knows they cannot change.</summary>
internal sealed class ChangeOwnDetails(Work work)
{
    public async Task<Result<Person>> RunAsync(PersonForm form, Actor actor, CancellationToken cancellation)
    {
        var person = await work.Db.Set<Person>().SingleAsync(p => p.Id == actor.Id, cancellation);
        var now = person.Details;
        var details = GivenDetails.Read(new()
        {
            Name = now.Name,
            StaffNumber = now.StaffNumber,
            Department = now.Department,
            Site = now.Site,
            Mail = now.Mail,
            IsVip = now.IsVip ? "true" : null,
            Phone = form.Phone,
            Mobile = form.Mobile,
            WeChat = form.WeChat,
            Culture = form.Culture,
            TimeZone = form.TimeZone,
        });
        if (details.IsRefused)
        {
            return Result<Person>.Refused(details.Refusals);
        }
        ChangePerson.Apply(work, person, details.Value, actor);
        return (await work.SaveAsync(cancellation)).Map(_ => person);
    }
}
