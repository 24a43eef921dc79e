using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Timesheets;

/// <summary>更正工时: one's own; what it said before stays in the history.</summary>
internal sealed class ChangeTime : ITicketAct<ChangeTime.Input>
{
    /// <summary>What is left out stays.</summary>
    internal sealed record Input(Guid? Entry, string? Spent, int? Minutes, DateOnly? Day, WorkKind? Work, string? Note);

    public static string Name => "changeTime";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var found = await GivenTime.FindAsync(input.Entry, context);
        if (found.IsRefused)
        {
            return Decision.Refuse(found.Refusals);
        }
        var entry = found.Value;
        var given = GivenTime.Read(input.Spent, input.Minutes, input.Day, input.Work, input.Note, entry.Facts);
        if (given.IsRefused)
        {
            return Decision.Refuse(given.Refusals);
        }
        var to = given.Value;
        var decision = TimeRules.Correct(context.By.Actor.Is(entry.PersonId), entry.Id, entry.Facts, to, GivenTime.Today(context));
        if (!decision.IsRefused)
        {
            (entry.Minutes, entry.Day, entry.Work, entry.Note) = (to.Minutes, to.Day, to.Work, to.Note);
        }
        return decision;
    }
}
