using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>承诺: the user hears until when to count on something (明天上午十点前).</summary>
internal sealed class MakePromise : ITicketAct<MakePromise.Input>
{
    internal sealed record Input(string? Text, DateTimeOffset? By);

    public static string Name => "promise";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var text = PlainText.Lines("text", input.Text, TicketLimits.Promise);
        return Task.FromResult(text.IsRefused ? Decision.Refuse(text.Refusals) : Promising.Promise(context.Ticket, context.By, text.Value, input.By, context.Now));
    }
}
