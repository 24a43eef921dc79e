using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.ServiceLevels;

/// <summary>What time does to a ticket itself. Where the ticket has gone on meanwhile the desk's rules refuse it: then there is nothing to be done any more.</summary>
internal sealed class EscalateByTime(SystemActs acts, FengtaiDb db, IStringLocalizer texts) : IJob<EscalateByTime.Data>
{
    public const string Kind = "levels.escalate";

    /// <param name="Step">Which step of which clock.</param>
    internal sealed record Data(Guid TicketId, long Number, ClockKind Clock, string Step, IReadOnlyList<StepAct> Acts);

    public async Task RunAsync(Data data, CancellationToken cancellation)
    {
        var reason = texts.In(JsonTexts.DefaultCulture, $"levels.reason.{Words.Of(data.Clock)}");
        foreach (var act in data.Acts)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await IsFirstAsync(data, act, cancellation))
            {
                await DoAsync(act, data.Number, reason, cancellation);
                await transaction.CommitAsync(cancellation);
            }
        }
    }

    /// <summary>A job may run twice; and a priority is raised by itself once, whatever else gets late.</summary>
    private async Task<bool> IsFirstAsync(Data data, StepAct act, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync(
        $"insert into service_levels.escalations (ticket_id, act, step) values ({data.TicketId}, {Words.Of(act)}, {(act == StepAct.RaisePriority ? "" : data.Step)}) on conflict do nothing", cancellation) == 1;

    private Task<Result<Ticket>> DoAsync(StepAct act, long number, string reason, CancellationToken cancellation) => act switch
    {
        StepAct.RaisePriority => acts.RaisePriorityAsync(number, reason, cancellation),
        StepAct.NextLine => acts.MoveToNextLineAsync(number, reason, cancellation),
        _ => acts.RemarkAsync(number, reason, cancellation),
    };
}
