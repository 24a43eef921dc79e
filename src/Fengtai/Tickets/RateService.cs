using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>评价, from 5 (非常满意) to 1 (非常不满意).</summary>
internal sealed class RateService : ITicketAct<RateService.Input>
{
    internal sealed record Input(int? Overall, int? Speed, int? Attitude, int? Result, string? Comment);

    public static string Name => "rate";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var comment = PlainText.Lines("comment", input.Comment, TicketLimits.Reason);
        return Task.FromResult<Decision>(
            comment.IsRefused ? Decision.Refuse(comment.Refusals)
            : input.Overall is not { } overall ? new Missing("overall")
            : Satisfaction.Rate(context.Ticket, context.By, new(overall, input.Speed, input.Attitude, input.Result, comment.Value.Length > 0 ? comment.Value : null), context.Now));
    }
}
