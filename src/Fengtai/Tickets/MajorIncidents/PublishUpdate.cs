using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>发布进展: news for everybody whom the major incident affects, and for whoever opens a page.</summary>
internal sealed class PublishUpdate(Spreads spreads) : ITicketAct<PublishUpdate.Input>
{
    internal sealed record Input(string? Text);

    public static string Name => "publish";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var text = PlainText.Lines("text", input.Text, TicketLimits.Note);
        if (text.IsRefused)
        {
            return Decision.Refuse(text.Refusals);
        }
        var children = await spreads.OpenChildrenAsync(context.Ticket.Id, context.Cancellation);
        var decision = MajorIncidentRules.Publish(context.Ticket, context.By, NewNotes.Answer(text.Value), children.Count, context.Now);
        if (!decision.IsRefused)
        {
            var major = (await context.Work.Db.FindAsync<MajorIncident>([context.Ticket.Id], context.Cancellation))!;
            (major.LatestUpdate, major.LatestUpdateAt) = (text.Value, context.Now);
            spreads.Send(context.Ticket, SpreadKind.Update, text.Value, children, context.By.Actor);
        }
        return decision;
    }
}
