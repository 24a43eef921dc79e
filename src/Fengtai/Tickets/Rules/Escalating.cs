using Fengtai.Identity;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>升级: functional to the next line or a supplier, hierarchical to those who lead and manage. It always says why and what was found out.</summary>
internal static class Escalating
{
    public static Decision ToNextLine(Ticket ticket, Standing by, string? reason, string? analysis, Result<Guid> next) =>
        NotPossible(ticket, by, reason, analysis) is { } no ? no
        : next.IsRefused ? next.Refusal
        : new TicketEscalated(EscalationTarget.NextLine, reason!, analysis!, Dispatching.Current(ticket), new(next.Value, null));

    /// <summary>Others are called in, and who has it keeps it.</summary>
    public static Decision Stay(Ticket ticket, Standing by, EscalationTarget target, string? reason, string? analysis, string? supplier = null) =>
        NotPossible(ticket, by, reason, analysis) is { } no ? no
        : new TicketEscalated(target, reason!, analysis!, Dispatching.Current(ticket), Dispatching.Current(ticket), supplier);

    /// <summary>The team that gets it: the wanted one; else the one that usually works on the category; else the only one of the next line that there is.</summary>
    /// <param name="now">The team that has it; without one it is the desk's, and so the first line's.</param>
    /// <param name="usual">The team of its category.</param>
    /// <param name="wanted">A code.</param>
    public static Result<TeamCard> NextTeam(Guid? now, Guid? usual, string? wanted, IReadOnlyList<TeamCard> all)
    {
        var above = Above(now, all);
        if (wanted is { Length: > 0 })
        {
            return above.FirstOrDefault(t => t.Code == wanted) is { } given ? given
                : all.Any(t => t.Code == wanted) ? new TeamIsOnNoHigherLine()
                : new UnknownValue("team", wanted);
        }
        var next = above.Where(t => t.Line == above.Min(a => a.Line)).ToList();
        return above.FirstOrDefault(t => t.Id == usual) is { } ofCategory ? ofCategory
            : next switch
            {
                [] => new ThereIsNoNextLine(),
                [var only] => only,
                _ => new EscalationNeedsATeam(),
            };
    }

    public static IReadOnlyList<TeamCard> Above(Guid? now, IReadOnlyList<TeamCard> all)
    {
        var line = all.FirstOrDefault(t => t.Id == now)?.Line ?? TeamLine.First;
        return [.. all.Where(t => t.Line > line)];
    }

    private static Refusal? NotPossible(Ticket ticket, Standing by, string? reason, string? analysis) => true switch
    {
        _ when !by.IsAtWork => new TicketIsNotYours(),
        _ when Dispatching.NotInWork(ticket) is { } notInWork => notInWork,
        _ when string.IsNullOrWhiteSpace(reason) => new Missing("reason"),
        _ when string.IsNullOrWhiteSpace(analysis) => new Missing("analysis"),
        _ => null,
    };
}
