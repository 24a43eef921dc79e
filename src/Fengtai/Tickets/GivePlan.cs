using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>处理计划: the user hears what will be done.</summary>
internal sealed class GivePlan : ITicketAct<GivePlan.Input>
{
    internal sealed record Input(string? Text);

    public static string Name => "plan";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var text = PlainText.Lines("text", input.Text, TicketLimits.Note);
        return Task.FromResult(text.IsRefused ? Decision.Refuse(text.Refusals) : Promising.Plan(context.Ticket, context.By, text.Value, context.Now));
    }
}
