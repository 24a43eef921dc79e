using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Ui;
using Npgsql;

namespace Fengtai.Tickets.Together;

/// <summary>What has this person written on this ticket and not sent?</summary>
internal sealed class OwnDrafts(NpgsqlDataSource database)
{
    public async Task<TicketDrafts> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select form, field, body, choice, saved_at
            from tickets.drafts
            where person_id = $1
              and ticket_id = $2
            """, actor.Id, ticket.Id);
        var saved = await command.ListAsync(
            row => KeyValuePair.Create((row.GetString(0), row.GetString(1)), new SavedText(row.GetString(2), row.Get<string>(3), row.GetFieldValue<DateTimeOffset>(4))),
            cancellation);
        return new(ticket.Number, saved.ToDictionary());
    }
}
