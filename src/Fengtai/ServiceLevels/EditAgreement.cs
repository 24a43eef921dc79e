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
            var refusals = Check(all, agreement, draft, basedOn, ground);
            if (refusals.Count > 0)
            {
                return Result<Done>.Refused(refusals);
            }
            if (before.Changes(draft, ground.Promised.Tree) is { Count: > 0 } changes)
            {
                file.Work.Record(AgreementEvent.Of(id), new AgreementEdited(changes), actor);
            }
            return default(Done);
        }, cancellation);

    /// <summary>What speaks against it, before anybody is asked to confirm it.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(Guid id, AgreementDraft draft, string? basedOn, CancellationToken cancellation)
    {
        var all = await file.AllAsync(cancellation);
        return all.Find(a => a.Id == id) is { } agreement && agreement.Kind == draft.Kind ? Check(all, agreement, draft, basedOn, await file.GroundAsync(cancellation)) : [new NotFound()];
    }

    private static IReadOnlyList<Refusal> Check(List<Agreement> all, Agreement agreement, AgreementDraft draft, string? basedOn, AgreementGround ground)
    {
        var before = AgreementDraft.Of(agreement);
        if (Fingerprint.Of(before) != basedOn)
        {
            return [new ChangedMeanwhile()];
        }
        (draft with { Steps = NewSteps.Hold(before.Steps, draft.Steps, ground.Promised.Now) }).WriteTo(agreement);
        return [.. AgreementChecks.Of(draft, before, ground), .. AgreementChecks.Contentions(agreement, all)];
    }
}
