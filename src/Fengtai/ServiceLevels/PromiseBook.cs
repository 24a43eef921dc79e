using Fengtai.Calendars;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>Whose promise does a clock measure? A policy's to the user, or an agreement's with a team or supplier.</summary>
internal sealed class PromiseBook(PolicyBook policies, AgreementBook agreements)
{
    public async ValueTask<AllPromises> AllAsync(CancellationToken cancellation) => new(await policies.AllAsync(cancellation), await agreements.AllAsync(cancellation));
}

/// <summary>All policies and agreements.</summary>
internal sealed record AllPromises(PolicyList Policies, AgreementList Agreements)
{
    /// <param name="path">The ticket's category and all above it, from the top.</param>
    public Promises For(TicketFacts facts, IReadOnlyList<Guid> path, Whereabouts where, Func<Guid, WorkingTime> calendars)
    {
        var promised = Policies.For(facts);
        return Agreements.HasShares ? promised with { Agreed = new(Agreements, path, facts.Priority, where, calendars) } : promised;
    }

    public IReadOnlyList<EscalationStep> StepsOf(Clock clock) =>
        (clock.AgreementId is { } agreement ? Agreements.Find(agreement)?.Steps : clock.PolicyId is { } policy ? Policies.Find(policy)?.Steps : null) ?? [];

    public Wording? TitleOf(Clock clock) => TitleOf(clock.PolicyId, clock.AgreementId);

    public Wording? TitleOf(Guid? policyId, Guid? agreementId) =>
        agreementId is { } agreement ? Agreements.Find(agreement)?.Title : policyId is { } policy ? Policies.Find(policy)?.Title : null;
}
