using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Timesheets;

/// <summary>登记工时: what one's own work took; also after the ticket was closed.</summary>
internal sealed class EnterTime : ITicketAct<EnterTime.Input>
{
    /// <param name="Spent">As people write it: <c>90</c>, <c>1h30</c>, <c>1小时30分</c>.</param>
    /// <param name="Minutes">Instead, for programs.</param>
    /// <param name="Day">Left out, today by the person's calendar.</param>
    /// <param name="Work">Left out, remote.</param>
    internal sealed record Input(string? Spent, int? Minutes, DateOnly? Day, WorkKind? Work, string? Note);

    public static string Name => "time";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var given = GivenTime.Read(input.Spent, input.Minutes, input.Day, input.Work, input.Note, new(0, GivenTime.Today(context), WorkKind.Remote, null));
        if (given.IsRefused)
        {
            return Task.FromResult(Decision.Refuse(given.Refusals));
        }
        var decision = TimeRules.Enter(context.By, Guid.CreateVersion7(), given.Value, GivenTime.Today(context));
        if (!decision.IsRefused && decision.Events is [TimeSpent spent])
        {
            context.Work.Db.Add(TimeEntry.Of(spent, context.Ticket.Id, context.By.Actor, context.Now));
        }
        return Task.FromResult(decision);
    }
}

/// <summary>Reads what somebody entered.</summary>
internal static class GivenTime
{
    /// <param name="otherwise">What stands where nothing was given.</param>
    public static Result<TimeFacts> Read(string? spent, int? minutes, DateOnly? day, WorkKind? work, string? note, TimeFacts otherwise)
    {
        var text = PlainText.Lines("note", note ?? otherwise.Note, TicketLimits.Reason);
        if (text.IsRefused)
        {
            return Result<TimeFacts>.Refused(text.Refusals);
        }
        var written = string.IsNullOrWhiteSpace(spent) ? null : TimeRules.Read(spent);
        if (!string.IsNullOrWhiteSpace(spent) && written is null)
        {
            return new TimeIsNotUnderstood(spent);
        }
        if (minutes is null && written is null && (otherwise.Minutes == 0 || spent is not null))
        {
            return new Missing("spent");
        }
        return new TimeFacts(minutes ?? written ?? otherwise.Minutes, day ?? otherwise.Day, work ?? otherwise.Work, text.Value.Length > 0 ? text.Value : null);
    }

    public static DateOnly Today(ActContext context) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, context.By.Actor.Zone).DateTime);

    public static async Task<Result<TimeEntry>> FindAsync(Guid? id, ActContext context)
    {
        if (id is not { } wanted)
        {
            return new Missing("entry");
        }
        return await context.Work.Db.Set<TimeEntry>().SingleOrDefaultAsync(t => t.Id == wanted && t.TicketId == context.Ticket.Id, context.Cancellation) is { } entry
            ? entry
            : new UnknownValue("entry", wanted.ToString());
    }
}
