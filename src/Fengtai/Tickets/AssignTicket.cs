using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>派单: to a team, an engineer, or an engineer of a team.</summary>
internal sealed class AssignTicket(Targets targets) : ITicketAct<AssignTicket.Input>
{
    /// <param name="Team">A team's code.</param>
    /// <param name="Assignee">A login.</param>
    /// <param name="Note">For staff.</param>
    internal sealed record Input(string? Team, string? Assignee, string? Note);

    public static string Name => "assign";

    public static Permission Permission => TicketPermissions.Desk;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var note = PlainText.Lines("note", input.Note, TicketLimits.Note);
        var target = await targets.FindAsync(input.Team, input.Assignee, context);
        if (note.IsRefused || target.IsRefused)
        {
            return Decision.Refuse([.. note.Refusals, .. target.Refusals]);
        }
        var decision = Dispatching.Assign(context.Ticket, context.By, target.Value);
        return decision.IsRefused || note.Value.Length == 0 ? decision : Decision.Happen([.. decision.Events, NewNotes.Internal(note.Value)]);
    }
}

/// <summary>Finds whom somebody wants to give a ticket to.</summary>
internal sealed class Targets(People people, Teams teams, Capabilities capabilities)
{
    public async Task<Result<Target>> FindAsync(string? team, string? assignee, ActContext context)
    {
        TeamCard? toTeam = null;
        if (team is { Length: > 0 } && (toTeam = await teams.ByCodeAsync(team, context.Cancellation)) is null)
        {
            return new UnknownValue("team", team);
        }
        PersonCard? toPerson = null;
        if (assignee is { Length: > 0 } && (toPerson = await people.ByLoginAsync(assignee, context.Cancellation)) is null)
        {
            return new UnknownValue("assignee", assignee);
        }
        if (toPerson is null)
        {
            return new Target(new(toTeam?.Id, null), AssigneeWorks: true, AssigneeIsInTeam: true);
        }
        var own = await teams.OfAsync(toPerson.Id, context.Cancellation);
        // who names only the engineer keeps the team if it is theirs, and otherwise means the engineer's own
        var teamId = toTeam?.Id ?? (own.FirstOrDefault(t => t.Id == context.Ticket.TeamId) ?? (own.Count > 0 ? own[0] : null))?.Id;
        return new Target(
            new(teamId, toPerson.Id),
            AssigneeWorks: toPerson.IsActive && await capabilities.MayAsync(toPerson.Id, TicketPermissions.Work, context.Cancellation),
            AssigneeIsInTeam: toTeam is null || own.Any(t => t.Id == toTeam.Id));
    }
}
