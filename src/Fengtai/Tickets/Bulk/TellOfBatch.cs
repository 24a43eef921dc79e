using System.Globalization;
using Fengtai.Identity;
using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Bulk;

/// <summary>Tells people of what a batch did, in one word each: who started it, and who was given something by it. Of a handful they hear otherwise.</summary>
internal sealed class TellOfBatch(Notices notices, Teams teams, FengtaiDb db)
{
    public const string Finished = "tickets.news.batchFinished";
    public const string FinishedPartly = "tickets.news.batchFinishedPartly";
    public const string Assigned = "tickets.news.batchAssigned";
    public const string AssignedToTeam = "tickets.news.batchAssignedToTeam";

    /// <summary>As part of the work that finishes it.</summary>
    public async Task RunAsync(Batch batch, Actor owner, int done, int refused, CancellationToken cancellation)
    {
        if (done + refused <= StartBatch.Handful)
        {
            return;
        }
        string[] arguments = refused == 0 ? [Said(done)] : [Said(done), Said(refused)];
        await notices.TellAsync([batch.OwnerId], new(Words.Of(TicketNotice.BatchFinished), refused == 0 ? Finished : FinishedPartly, arguments, Batches.Address(batch.Id)), Actor.System, cancellation);
        if (batch.Act == BulkAct.Assign)
        {
            await TellAssigneesAsync(batch, owner, cancellation);
        }
    }

    private async Task TellAssigneesAsync(Batch batch, Actor owner, CancellationToken cancellation)
    {
        var after = await db.Set<BatchRow>().AsNoTracking().Where(r => r.BatchId == batch.Id && r.State == BatchRowState.Done).Select(r => r.After).ToListAsync(cancellation);
        foreach (var (to, count) in after.Select(BatchUndoing.Read).CountBy(f => f.Assignment))
        {
            if (to.AssigneeId is { } engineer)
            {
                await notices.TellAsync([engineer], new(Words.Of(TicketNotice.Assigned), Assigned, [Said(count)], List(QueueView.Mine)), owner, cancellation);
            }
            else if (to.TeamId is { } team && batch.UndoOfId is null)
            {
                var members = await teams.MembersAsync(team, cancellation);
                await notices.TellAsync(members.Select(m => m.Person.Id), new(Words.Of(TicketNotice.AssignedToTeam), AssignedToTeam, [Said(count)], List(QueueView.Team)), owner, cancellation);
            }
        }
    }

    private static string List(QueueView view) => new QueueAddress { View = view }.Href;

    private static string Said(int count) => count.ToString(CultureInfo.InvariantCulture);
}
