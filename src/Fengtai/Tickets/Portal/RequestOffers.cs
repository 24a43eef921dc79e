using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Portal;

/// <summary>What the requester's side can do with a request now; asked of the rules themselves, so that a page offers what is then done.</summary>
/// <param name="FollowUp">Too late to reopen: the same wish opens a linked request.</param>
/// <param name="AskForRating">Nobody has rated it yet.</param>
public sealed record RequestOffers(bool Answer, bool Confirm, bool Reject, bool Reopen, bool FollowUp, bool Cancel, bool Urge, bool Rate, bool AskForRating)
{
    private const string SomeReason = "-";

    /// <param name="urged">When it was urged within the last day, in order.</param>
    internal static RequestOffers Of(Ticket ticket, Standing by, IReadOnlyList<DateTimeOffset> urged, UrgingLimits limits, DateTimeOffset now)
    {
        var reopens = !Confirmation.Reopen(ticket, by, SomeReason).IsRefused;
        var rates = !Satisfaction.Rate(ticket, by, new(5, null, null, null, null), now).IsRefused;
        return new(
            Answer: (by.IsUserSide || by.IsFollower) && ticket.Status != TicketStatus.Cancelled,
            Confirm: !Confirmation.Confirm(ticket, by).IsRefused,
            Reject: !Confirmation.Reject(ticket, by, SomeReason).IsRefused,
            Reopen: reopens && !Confirmation.IsTooLateToReopen(ticket, now),
            FollowUp: reopens && Confirmation.IsTooLateToReopen(ticket, now),
            Cancel: !Confirmation.Cancel(ticket, by, SomeReason).IsRefused,
            Urge: !Urging.Urge(ticket, by, urged, limits, now).IsRefused,
            Rate: rates,
            AskForRating: rates && ticket.RatedAt is null);
    }
}
