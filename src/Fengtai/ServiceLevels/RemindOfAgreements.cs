using System.Globalization;
using Fengtai.Identity;
using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>Tells whoever is responsible for an agreement, once each, that its review date has come and that its last day is near.</summary>
internal sealed class RemindOfAgreements(Work work, Notices notices, Capabilities capabilities) : IRecurringJob
{
    public const string Name = "levels.agreements.remind";
    public const string NoticeKind = "agreement";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = AgreementFile.Day(work.Now);
        foreach (var agreement in (await work.Db.Set<Agreement>().ToListAsync(cancellation)).Where(a => a.IsInForceOn(today)))
        {
            if (agreement.ReviewIsDueOn(today) && agreement.ReviewTold != agreement.ReviewOn)
            {
                agreement.ReviewTold = agreement.ReviewOn;
                work.Record(AgreementEvent.Of(agreement.Id), new AgreementReviewIsDue(agreement.ReviewOn!.Value), Actor.System);
                await TellAsync(agreement, "levels.told.review", agreement.ReviewOn.Value, cancellation);
            }
            if (agreement.EndsSoonOn(today) && agreement.EndTold != agreement.ValidUntil)
            {
                agreement.EndTold = agreement.ValidUntil;
                work.Record(AgreementEvent.Of(agreement.Id), new AgreementEndsSoon(agreement.ValidUntil!.Value), Actor.System);
                await TellAsync(agreement, "levels.told.ends", agreement.ValidUntil.Value, cancellation);
            }
        }
        // where another node was faster, it has told
        await work.SaveAsync(cancellation);
    }

    /// <summary>Where nobody is responsible, or may not read it any more: whoever keeps the agreements.</summary>
    private async Task TellAsync(Agreement agreement, string key, DateOnly day, CancellationToken cancellation)
    {
        IEnumerable<Guid> who = agreement.ResponsibleId is { } person && await capabilities.MayAsync(person, ServiceLevelPermissions.Read, cancellation)
            ? [person]
            : (await capabilities.WhoMayAsync(ServiceLevelPermissions.Administer, cancellation)).Select(p => p.Id);
        await notices.TellAsync(who, new(NoticeKind, key, [agreement.Name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], $"/desk/agreements/{agreement.Id}"), Actor.System, cancellation);
    }
}
