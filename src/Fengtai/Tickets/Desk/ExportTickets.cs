using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Tables;
using Fengtai.Platform.Texts;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>
/// A list as a file. Which tickets, and in which order, is settled at once; they are then read and written some hundred at a time, so that neither
/// a long list fills the memory nor a slow reader keeps a connection to the database.
/// </summary>
internal sealed class ExportTickets(TicketList list, QueueRows rows, ExportLimit limit, Work work, IStringLocalizer texts)
{
    private const int AtOnce = 500;

    public async Task<Result<IReadOnlyList<Guid>>> FindAsync(AskedQueue asked, string format, Actor actor, CancellationToken cancellation)
    {
        if (asked.Filter.IsRefused)
        {
            return Result<IReadOnlyList<Guid>>.Refused(asked.Filter.Refusals);
        }
        var found = await list.IdsAsync(asked.Filter.Value, asked.Order, limit.Rows + 1, actor, cancellation);
        if (found.Count > limit.Rows)
        {
            return new ListIsTooLongToExport(limit.Rows);
        }
        work.Record(new Subject(TicketsExported.SubjectKind, actor.Id), new TicketsExported(format, found.Count, asked.Address.Query), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => found);
    }

    public async Task WriteAsync(IReadOnlyList<Guid> ids, IReadOnlyList<QueueColumn> columns, ITableWriter table, Actor actor, CancellationToken cancellation)
    {
        await table.WriteAsync([.. columns.SelectMany(c => ExportCells.Heads(c, texts)).Select(h => Cell.Of(h))], cancellation);
        foreach (var part in ids.Chunk(AtOnce))
        {
            foreach (var row in await rows.OfAsync(await list.LoadAsync(part, actor, cancellation), cancellation))
            {
                await table.WriteAsync([.. columns.SelectMany(c => ExportCells.Of(c, row, actor.Zone, texts))], cancellation);
            }
        }
    }
}

/// <summary>The most rows of one file.</summary>
internal sealed record ExportLimit(int Rows)
{
    public static readonly ExportLimit Usual = new(100_000);
}

/// <summary>Somebody took a list away.</summary>
/// <param name="Query">What the list asked for, as in its address.</param>
internal sealed record TicketsExported(string Format, int Rows, string Query) : Event
{
    /// <summary>The subject is the person.</summary>
    public const string SubjectKind = "ticketExport";

    public override string Kind => "ticketsExported";
}

internal sealed record ListIsTooLongToExport(int Most) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override object[] Arguments => [Most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)];
}

/// <summary>The cells of a ticket. What the queue shows together, such as the next action and its time, stands in cells of its own.</summary>
internal static class ExportCells
{
    public static IEnumerable<string> Heads(QueueColumn column, IStringLocalizer texts) => column switch
    {
        QueueColumn.Next => [texts.Of(column), texts["desk.export.due"]],
        QueueColumn.TimeSpent => [texts["desk.export.minutes"]],
        _ => [texts.Of(column)],
    };

    /// <summary>In characters.</summary>
    public static IEnumerable<int> Widths(QueueColumn column) => column switch
    {
        QueueColumn.Subject => [48],
        QueueColumn.Next => [14, 17],
        QueueColumn.Opened or QueueColumn.Updated or QueueColumn.Resolved or QueueColumn.Closed => [17],
        QueueColumn.Category or QueueColumn.Department or QueueColumn.Place => [24],
        _ => [14],
    };

    public static IEnumerable<Cell> Of(QueueColumn column, QueueRow row, TimeZoneInfo zone, IStringLocalizer texts)
    {
        var ticket = row.Ticket;
        return column switch
        {
            QueueColumn.Number => [Cell.Of(ticket.Number)],
            QueueColumn.Subject => [Cell.Of(ticket.Subject)],
            QueueColumn.Type => Word<TicketType>(ticket.Type),
            QueueColumn.Priority => Word<Catalog.Priority>(ticket.Priority),
            QueueColumn.Status => Word<TicketStatus>(ticket.Status),
            QueueColumn.Next => [.. Word(ticket.NextAction), Cell.Of(ticket.NextDueAt, zone)],
            QueueColumn.Requester => [Cell.Of(row.Requester?.Name)],
            QueueColumn.Department => [Cell.Of(row.Requester?.Department)],
            QueueColumn.Site => [Cell.Of(row.Requester?.Site)],
            QueueColumn.Assigned => [Cell.Of(row.Assignee ?? row.Team)],
            QueueColumn.Assignee => [Cell.Of(row.Assignee)],
            QueueColumn.Team => [Cell.Of(row.Team)],
            QueueColumn.Owner => [Cell.Of(row.Owner)],
            QueueColumn.Category => [Cell.Of(row.Category)],
            QueueColumn.Channel => Word<Channel>(ticket.Channel),
            QueueColumn.Impact => Word(ticket.Impact),
            QueueColumn.Urgency => Word(ticket.Urgency),
            QueueColumn.WaitReason => Word(ticket.WaitReason),
            QueueColumn.CloseCode => Word(ticket.CloseCode),
            QueueColumn.Rating => [Cell.Of(ticket.RatingOverall)],
            QueueColumn.Tasks => [Cell.Of(ticket.TaskCount > 0 ? $"{ticket.TasksDone}/{ticket.TaskCount}" : null)],
            // in minutes: a table adds them up
            QueueColumn.TimeSpent => [Cell.Of(ticket.MinutesSpent > 0 ? ticket.MinutesSpent : null)],
            QueueColumn.Place => [Cell.Of(ticket.Place)],
            QueueColumn.Opened => [Cell.Of(ticket.OpenedAt, zone)],
            QueueColumn.Updated => [Cell.Of(ticket.UpdatedAt, zone)],
            QueueColumn.Resolved => [Cell.Of(ticket.ResolvedAt, zone)],
            QueueColumn.Closed => [Cell.Of(ticket.ClosedAt, zone)],
        };

        Cell[] Word<TEnum>(TEnum? value) where TEnum : struct, Enum => [Cell.Of(value is { } known ? texts.Of(known).Value : null)];
    }
}
