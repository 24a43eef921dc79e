using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Which tickets an actor may know of. Every question starts here.</summary>
public static class TicketSight
{
    public const string Everything = "true";

    public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, Actor actor)
    {
        if (actor.Kind == ActorKind.System || actor.May(TicketPermissions.ReadAll))
        {
            return tickets;
        }
        var (id, teams) = (actor.Id, WorkingTeams(actor));
        return actor.May(TicketPermissions.Work)
            ? tickets.Where(t => t.RequesterId == id || t.ReportedById == id || t.AssigneeId == id || t.TeamId != null && teams.Contains(t.TeamId.Value) || t.Participants.Any(p => p.PersonId == id))
            : tickets.Where(t => t.RequesterId == id || t.ReportedById == id || t.Participants.Any(p => p.PersonId == id));
    }

    /// <summary>The actor reads what is among staff, too.</summary>
    public static bool IsSeenAsStaff(this Ticket ticket, Actor actor) => Standing.Of(actor, ticket).SeesInternals;

    /// <summary>The same as a condition on <c>tickets.tickets t</c>; <see cref="Everything"/> where there is none.</summary>
    /// <param name="parameter">Adds a parameter and answers its placeholder.</param>
    public static string Condition(Actor actor, Func<object, string> parameter)
    {
        if (actor.Kind == ActorKind.System || actor.May(TicketPermissions.ReadAll))
        {
            return Everything;
        }
        var me = parameter(actor.Id);
        // as an array: each part of the condition then has its own index
        var own = $"t.requester_id = {me} or t.reported_by_id = {me} or t.id = any (array(select p.ticket_id from tickets.participants p where p.person_id = {me}))";
        return actor.May(TicketPermissions.Work)
            ? $"({own} or t.assignee_id = {me} or t.team_id = any ({parameter(WorkingTeams(actor))}))"
            : $"({own})";
    }

    private static Guid[] WorkingTeams(Actor actor) => [.. actor.Teams];
}
