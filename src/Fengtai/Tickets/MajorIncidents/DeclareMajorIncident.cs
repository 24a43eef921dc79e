using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>宣布重大事件: from now on every page says so.</summary>
internal sealed class DeclareMajorIncident : ITicketAct<DeclareMajorIncident.Input>
{
    /// <param name="Title">What everybody reads.</param>
    /// <param name="Reason">For staff.</param>
    internal sealed record Input(string? Title, string? Reason);

    public static string Name => "declareMajor";

    public static Permission Permission => TicketPermissions.Desk;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var texts = new GivenTexts();
        var title = texts.Line("title", input.Title, TicketLimits.Subject);
        var reason = texts.Lines("reason", input.Reason, TicketLimits.Reason);
        if (texts.AreRefused)
        {
            return Decision.Refuse(texts.Refusals);
        }
        var decision = MajorIncidentRules.Declare(context.Ticket, context.By, title, reason);
        if (!decision.IsRefused)
        {
            await KeepAsync(title, reason, context);
        }
        return decision;
    }

    private static async Task KeepAsync(string title, string reason, ActContext context)
    {
        var db = context.Work.Db;
        if (await db.FindAsync<MajorIncident>([context.Ticket.Id], context.Cancellation) is not { } major)
        {
            major = new() { TicketId = context.Ticket.Id };
            db.Add(major);
        }
        (major.Title, major.Reason, major.DeclaredAt, major.DeclaredById) = (title, reason, context.Now, context.By.Actor.PersonId);
        (major.LatestUpdate, major.LatestUpdateAt) = (null, null);
    }
}
