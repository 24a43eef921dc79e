using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>Writes down what is agreed with customers, a team or a supplier.</summary>
internal sealed class AddAgreement(AgreementFile file)
{
    /// <summary>More than anybody overlooks; each is kept in memory.</summary>
    public const int Limit = 500;

    public Task<Result<Guid>> RunAsync(AgreementDraft draft, Actor actor, CancellationToken cancellation) => file.ChangeAsync<Guid>(
        async all =>
        {
            if (all.Count >= Limit)
            {
                return new AgreementsAreFull(Limit);
            }
            var agreement = draft.New(file.Work.Now);
            Refusal[] refusals = [.. AgreementChecks.Of(draft, null, await file.GroundAsync(cancellation)), .. AgreementChecks.Contentions(agreement, all)];
            if (refusals.Length > 0)
            {
                return Result<Guid>.Refused(refusals);
            }
            file.Work.Db.Add(agreement);
            file.Work.Record(AgreementEvent.Of(agreement.Id), new AgreementAdded(draft.Kind, draft.Name, draft.NameEn), actor);
            return agreement.Id;
        }, cancellation);
}
