using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Solved, in words the user can read; at first contact (一次性解决) confirmed and closed in the same step.</summary>
internal sealed class ResolveTicket : ITicketAct<ResolveTicket.Input>
{
    /// <param name="Cause">Of a fault; staff read it.</param>
    /// <param name="Tested">What was tested after a repair; staff read it.</param>
    internal sealed record Input(string? Solution, string? Cause, string? Prevention, string? Tested, ResolutionOutcome? Outcome, bool? FirstContact);

    public static string Name => "resolve";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var texts = new GivenTexts();
        var given = new Resolution(
            texts.Lines("solution", input.Solution, TicketLimits.Note),
            Optional(texts.Lines("cause", input.Cause, TicketLimits.Note)),
            Optional(texts.Lines("prevention", input.Prevention, TicketLimits.Note)),
            Optional(texts.Lines("tested", input.Tested, TicketLimits.Note)),
            input.Outcome ?? ResolutionOutcome.Solved,
            input.FirstContact ?? false);
        return Task.FromResult(texts.AreRefused ? Decision.Refuse(texts.Refusals) : Handling.Resolve(context.Ticket, context.By, given, context.Now));
    }

    private static string? Optional(string text) => text.Length > 0 ? text : null;
}
