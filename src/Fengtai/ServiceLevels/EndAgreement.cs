using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;

namespace Fengtai.ServiceLevels;

/// <summary>Says on which day an agreement holds for the last time. What runs by it runs on; one that has not begun is withdrawn by a day before its first.</summary>
internal sealed class EndAgreement(AgreementFile file)
{
    public Task<Result<Done>> RunAsync(Guid id, DateOnly lastDay, Actor actor, CancellationToken cancellation) => file.ChangeAsync<Done>(
        all =>
        {
            if (all.Find(a => a.Id == id) is not { } agreement)
            {
                return Task.FromResult<Result<Done>>(new NotFound());
            }
            var earliest = Earliest(agreement.ValidFrom, AgreementFile.Day(file.Work.Now));
            if (lastDay < earliest)
            {
                return Task.FromResult<Result<Done>>(new AgreementCannotEndThen(earliest));
            }
            if (lastDay > agreement.ValidUntil)
            {
                return Task.FromResult<Result<Done>>(new AgreementEndsEarlierAlready());
            }
            if (agreement.ValidUntil != lastDay)
            {
                file.Work.Record(AgreementEvent.Of(id), new AgreementEnded(agreement.ValidUntil, lastDay), actor);
                agreement.ValidUntil = lastDay;
                agreement.ReviewOn = agreement.ReviewOn > lastDay ? null : agreement.ReviewOn;
            }
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellation);

    /// <summary>What has been measured stays measured.</summary>
    public static DateOnly Earliest(DateOnly first, DateOnly today) => first > today ? first.AddDays(-1) : today.AddDays(-1);
}
