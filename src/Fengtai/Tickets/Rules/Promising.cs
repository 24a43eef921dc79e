using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Telling the user beforehand: what will be done (处理计划), and until when to count on something (承诺).</summary>
internal static class Promising
{
    /// <summary>The furthest promise in days.</summary>
    public const int Furthest = 365;

    public static Decision Plan(Ticket ticket, Standing by, string? text, DateTimeOffset now)
    {
        Refusal? no = true switch
        {
            _ when !by.IsAtWork => new TicketIsNotYours(),
            _ when Dispatching.NotInWork(ticket) is { } notInWork => notInWork,
            _ when string.IsNullOrWhiteSpace(text) => new Missing("text"),
            _ => null,
        };
        return no is not null ? no : Decision.Happen(new PlanGiven(text!), FirstResponse(ticket, now));
    }

    /// <param name="until">Until when it is promised.</param>
    public static Decision Promise(Ticket ticket, Standing by, string? text, DateTimeOffset? until, DateTimeOffset now)
    {
        Refusal? no = until switch
        {
            _ when !by.IsAtWork => new TicketIsNotYours(),
            _ when Dispatching.NotInWork(ticket) is { } notInWork => notInWork,
            _ when string.IsNullOrWhiteSpace(text) => new Missing("text"),
            null => new Missing("by"),
            { } time when time <= now => new PromiseIsInThePast(),
            { } time when time > now.AddDays(Furthest) => new PromiseIsTooFar(Furthest),
            _ => null,
        };
        return no is not null ? no : Decision.Happen(new PromiseMade(text!, until!.Value) { Replaces = ticket.PromisedBy }, FirstResponse(ticket, now));
    }

    /// <summary>What happens together with the promise that it keeps: the next word to the user keeps it, in time or late.</summary>
    /// <param name="ticket">As it was before.</param>
    public static IReadOnlyList<TicketEvent> WithKept(Ticket ticket, IEnumerable<TicketEvent> events, DateTimeOffset at)
    {
        var open = ticket is { PromiseText: { } text, PromisedBy: { } by, PromisedAt: { } since } ? (Text: text, By: by, Since: since) : default;
        var all = new List<TicketEvent>();
        foreach (var happened in events)
        {
            all.Add(happened);
            if (happened is PromiseMade made)
            {
                open = (made.Text, made.By, at);
            }
            else if (open.Text is not null && HeardAt(happened, at) is { } heard && heard >= open.Since)
            {
                all.Add(new PromiseKept(open.Text, open.By, heard));
                open = default;
            }
        }
        return all;
    }

    /// <summary>When the user heard from staff by this; null where they did not.</summary>
    private static DateTimeOffset? HeardAt(TicketEvent happened, DateTimeOffset at) => happened switch
    {
        NoteAdded { IsPublic: true, IsFromUser: false } or PlanGiven or TicketResolved => at,
        ContactMade e => e.ContactAt,
        _ => null,
    };

    private static FirstResponseGiven? FirstResponse(Ticket ticket, DateTimeOffset now) => Conversation.IsFirstResponse(ticket) ? new(now) : null;
}
