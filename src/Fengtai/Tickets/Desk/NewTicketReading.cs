using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Desk;

/// <summary>From the desk's form to the use case: the chosen end says which of the fields count.</summary>
internal static class NewTicketReading
{
    public static async Task<Result<Ticket>> OpenAsync(
        IFormCollection posted, NewTicketInput input, IReadOnlyList<KeptFile> files, OpenTicket open, Actor actor, CancellationToken cancellation)
    {
        var read = FormBody.Read<OpenTicket.Input>(posted, actor.Zone, [.. files.Where(f => f.Key.Length == 0).Select(f => f.Id)]);
        if (read.IsRefused)
        {
            return Result<Ticket>.Refused(read.Refusals);
        }
        var given = Ended(read.Value with { Requester = input.Requester, ReportedBy = input.ReportedBy, Category = input.Category }, input, actor);
        return Missing(input, given) is { Count: > 0 } missing
            ? Result<Ticket>.Refused(missing)
            : await open.OpenAsync(given, Channel.Phone, form => FormAnswers.FromForm(form, input.Answers, actor.Zone), actor, cancellation, input.Key);
    }

    /// <summary>The sentence for the next page.</summary>
    public static string Said(NewTicketInput input) => EndOf(input) switch
    {
        NewTicketEnd.Accept => "desk.new.said.accept",
        NewTicketEnd.Solved => "desk.new.said.solved",
        NewTicketEnd.Afterwards => "desk.new.said.afterwards",
        NewTicketEnd.File => "desk.new.said.file",
    };

    private static NewTicketEnd EndOf(NewTicketInput input) => Words.TryParse<NewTicketEnd>(input.End, out var end) ? end : NewTicketEnd.File;

    // without script all fields are sent, also those of another end
    private static OpenTicket.Input Ended(OpenTicket.Input given, NewTicketInput input, Actor actor) => EndOf(input) switch
    {
        NewTicketEnd.Afterwards => given with { Accept = null, FirstContact = null },
        NewTicketEnd.Solved => WithoutTimes(given) with { FirstContact = true, Accept = null, Cause = null, Tested = null },
        NewTicketEnd.Accept => WithoutTimes(given) with { Accept = true, FirstContact = null, Solution = null, Cause = null, Tested = null },
        NewTicketEnd.File => WithoutTimes(given) with { Accept = null, FirstContact = null, Solution = null, Cause = null, Tested = null },
    };

    private static OpenTicket.Input WithoutTimes(OpenTicket.Input given) => given with { OpenedAt = null, StartedAt = null, ResolvedAt = null };

    /// <summary>What the use case would take as meant: the desk files for others, and what is entered afterwards says when it was.</summary>
    private static List<Refusal> Missing(NewTicketInput input, OpenTicket.Input given)
    {
        var missing = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(given.Requester))
        {
            missing.Add(new Missing("requester"));
        }
        if (EndOf(input) == NewTicketEnd.Afterwards && given.OpenedAt is null)
        {
            missing.Add(new Missing("openedAt"));
        }
        if (EndOf(input) == NewTicketEnd.Afterwards && given is { Solution.Length: > 0, ResolvedAt: null })
        {
            missing.Add(new Missing("resolvedAt"));
        }
        return missing;
    }
}
