using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>Changes what is agreed. Clocks that run follow; those that have ended stay as they are.</summary>
internal sealed class EditAgreement(AgreementFile file)
{
    /// <param name="basedOn">Fingerprint of the draft that was changed; another one is refused as stale.</param>
    public Task<Result<Done>> RunAsync(Guid id, AgreementDraft draft, string? basedOn, Actor actor, CancellationToken cancellation) => file.ChangeAsync<Done>(
        async all =>
        {
            if (all.Find(a => a.Id == id) is not { } agreement || agreement.Kind != draft.Kind)
            {
                return new NotFound();
            }
            var (before, ground) = (AgreementDraft.Of(agreement), await file.GroundAsync(cancellation));
            if (Fingerprint.Of(before) != basedOn)
            {
                return new ChangedMeanwhile();
            }
            (draft with { Steps = NewSteps.Hold(before.Steps, draft.Steps, ground.Promised.Now) }).WriteTo(agreement);
            Refusal[] refusals = [.. AgreementChecks.Of(draft, before, ground), .. AgreementChecks.Contentions(agreement, all)];
            if (refusals.Length > 0)
            {
                return Result<Done>.Refused(refusals);
            }
            if (before.Changes(draft, ground.Promised.Tree) is { Count: > 0 } changes)
            {
                file.Work.Record(AgreementEvent.Of(id), new AgreementEdited(changes), actor);
            }
            return default(Done);
        }, cancellation);
}
