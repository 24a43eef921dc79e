using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>评价: what the requester thinks of it.</summary>
internal static class Satisfaction
{
    /// <summary>So long a rating may be changed after it was first given.</summary>
    public static readonly TimeSpan Changeable = TimeSpan.FromHours(12);

    public static Decision Rate(Ticket ticket, Standing by, Rating given, DateTimeOffset now)
    {
        Refusal? no = ticket switch
        {
            _ when !by.IsRequester => new OnlyTheRequesterRates(),
            _ when by.Actor.Is(ticket.AssigneeId) || by.Actor.Is(ticket.OwnerId) => new OwnWorkIsNotRated(),
            { Status: not (TicketStatus.Resolved or TicketStatus.Closed) } or { CloseCode: CloseCode.Spam } or { MergedIntoId: not null } => new NothingToRate(),
            _ when now > ticket.RatedAt + Changeable => new RatingIsFinal(),
            _ => null,
        };
        if (no is not null)
        {
            return no;
        }
        var outOfRange = OutOfRange(given).ToList();
        return outOfRange.Count > 0 ? Decision.Refuse(outOfRange) : new TicketRated(given, Before(ticket));
    }

    /// <summary>A comment is asked for, never demanded, at the two lowest.</summary>
    public static bool AsksForComment(int overall) => overall <= 2;

    public static Rating? Before(Ticket ticket) => ticket.RatingOverall is { } overall
        ? new(overall, ticket.RatingSpeed, ticket.RatingAttitude, ticket.RatingResult, ticket.RatingComment)
        : null;

    private static IEnumerable<Refusal> OutOfRange(Rating given) =>
        from mark in new (string Name, int? Value)[] { ("overall", given.Overall), ("speed", given.Speed), ("attitude", given.Attitude), ("result", given.Result) }
        where mark.Value is < 1 or > 5
        select new RatingIsOutOfRange(mark.Name);
}
