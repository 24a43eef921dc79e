using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets.Desk;

/// <summary>Who is to be called (待回访), who has waited longest first?</summary>
internal sealed class CallList(FengtaiDb db, NpgsqlDataSource database, People people)
{
    private const int PageSize = 30;

    /// <param name="after">The number of the last ticket of the page before.</param>
    public async Task<CallListModel> AskAsync(long? after, Actor actor, CancellationToken cancellation)
    {
        var waiting = db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => t.Status == TicketStatus.Resolved);
        var rest = after is { } number && await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation) is { ResolvedAt: { } at } last
            ? waiting.Where(t => t.ResolvedAt > at || t.ResolvedAt == at && t.Number > last.Number)
            : waiting;
        var found = await rest.OrderBy(t => t.ResolvedAt).ThenBy(t => t.Number).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = found.Take(PageSize).ToList();
        var known = await people.ManyAsync(shown.SelectMany(t => new[] { t.RequesterId, t.ReportedById, t.AssigneeId }.OfType<Guid>()), cancellation);
        var called = await LastCallsAsync(shown, cancellation);
        return new([.. shown.Select(t => new CallRow(t)
        {
            Requester = known.GetValueOrDefault(t.RequesterId),
            Reporter = t.ReportedById is { } reporter ? known.GetValueOrDefault(reporter) : null,
            Assignee = t.AssigneeId is { } engineer ? known.GetValueOrDefault(engineer)?.Name : null,
            LastCall = called.TryGetValue(t.Id, out var when) ? when : null,
        })])
        { Next = found.Count > PageSize ? shown[^1].Number : null };
    }

    private async Task<Dictionary<Guid, DateTimeOffset>> LastCallsAsync(IReadOnlyList<Ticket> tickets, CancellationToken cancellation)
    {
        var tried = tickets.Where(t => t.CallAttempts > 0).Select(t => t.Id).ToArray();
        if (tried.Length == 0)
        {
            return [];
        }
        await using var command = database.Command(
            """
            select e.subject_id, max(e.at)
            from platform.events e
            where e.subject_id = any ($1)
              and e.subject_kind = 'ticket'
              and e.kind = 'called'
            group by e.subject_id
            """, tried);
        return (await command.ListAsync(row => (Id: row.GetGuid(0), At: row.GetFieldValue<DateTimeOffset>(1)), cancellation)).ToDictionary(c => c.Id, c => c.At);
    }
}

/// <param name="Rows">The longest waiting first.</param>
public sealed record CallListModel(IReadOnlyList<CallRow> Rows)
{
    /// <summary>The last one shown, where there are more.</summary>
    public long? Next { get; init; }

    /// <summary>The one whose form is open; null opens the first.</summary>
    public long? At { get; init; }

    /// <summary>What was typed for <see cref="At"/>, and why it was refused.</summary>
    public string? Note { get; init; }

    public FormErrors? Errors { get; init; }

    /// <summary>Where to go on after this one; null where it is the last.</summary>
    public long? After(CallRow row) => Rows.SkipWhile(r => r != row).Skip(1).FirstOrDefault()?.Ticket.Number;

    public bool IsOpen(CallRow row) => At is { } number && Rows.Any(r => r.Ticket.Number == number) ? row.Ticket.Number == number : row == Rows[0];
}

/// <summary>One ticket that waits for the user's word.</summary>
public sealed record CallRow(Ticket Ticket)
{
    public PersonCard? Requester { get; init; }

    public PersonCard? Reporter { get; init; }

    public string? Assignee { get; init; }

    public DateTimeOffset? LastCall { get; init; }
}
