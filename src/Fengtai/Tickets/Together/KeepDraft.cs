using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets.Together;

/// <summary>Keeps what somebody has written and not sent yet, for themselves alone; an empty text ends it.</summary>
internal sealed class KeepDraft(FengtaiDb db, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>So many are kept per person; of more, the oldest go.</summary>
    public const int Kept = 100;

    private const string Word = "regex(^[a-zA-Z.]+$):maxlength(40)";

    /// <param name="Choice">What belongs to the text: for whom it is.</param>
    internal sealed record Input(string? Text, string? Choice);

    // JSON alone, which no page of another origin can make a browser send
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut($"/drafts/tickets/{{number:long}}/{{form:{Word}}}/{{field:{Word}}}", PutAsync)
            .Requires(TicketPermissions.File)
            .ExcludeFromDescription();

    /// <param name="form">The form's name; one person has one of it per ticket.</param>
    public async Task<Result<Done>> RunAsync(long number, string form, string field, Input input, Actor actor, CancellationToken cancellation)
    {
        var text = PlainText.Lines("text", input.Text, TicketLimits.Note);
        var choice = PlainText.Line("choice", input.Choice, 20);
        if (text.IsRefused || choice.IsRefused)
        {
            return Result<Done>.Refused([.. text.Refusals, .. choice.Refusals]);
        }
        if (text.Value.Length == 0)
        {
            await ForgetAsync(number, form, field, actor, cancellation);
            return default(Done);
        }
        var ticket = await db.Set<Ticket>().VisibleTo(actor).Where(t => t.Number == number).Select(t => t.Id).SingleOrDefaultAsync(cancellation);
        if (ticket == Guid.Empty)
        {
            return new NotFound();
        }
        await SaveAsync(ticket, form, field, text.Value, choice.Value.Length > 0 ? choice.Value : null, actor, cancellation);
        return default(Done);
    }

    /// <summary>Its form was sent.</summary>
    public Task SentAsync(long number, string form, Actor actor, CancellationToken cancellation) => ForgetAsync(number, form, null, actor, cancellation);

    private static async Task<IResult> PutAsync(long number, string form, string field, HttpContext http, KeepDraft drafts)
    {
        var input = await ApiBody.ReadAsync<Input>(http);
        var kept = input.IsRefused ? Result<Done>.Refused(input.Refusals) : await drafts.RunAsync(number, form, field, input.Value, http.Actor(), http.RequestAborted);
        return kept.IsRefused ? kept.Refusals.AsResult(http) : Results.NoContent();
    }

    private Task ForgetAsync(long number, string form, string? field, Actor actor, CancellationToken cancellation) =>
        database.ExecuteAsync(
            """
            delete from tickets.drafts
            where person_id = $1
              and ticket_id = (select t.id from tickets.tickets t where t.number = $2)
              and form = $3
              and field = coalesce($4, field)
            """,
            [actor.Id, number, form, new NpgsqlParameter { Value = (object?)field ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }],
            cancellation);

    private Task SaveAsync(Guid ticket, string form, string field, string text, string? choice, Actor actor, CancellationToken cancellation) =>
        database.ExecuteAsync(
            """
            with kept as (
                insert into tickets.drafts (person_id, ticket_id, form, field, body, choice, saved_at)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict on constraint drafts_pk do update
                    set body = excluded.body,
                        choice = excluded.choice,
                        saved_at = excluded.saved_at
            )
            delete from tickets.drafts
            where person_id = $1
              and saved_at <= (select d.saved_at from tickets.drafts d where d.person_id = $1 order by d.saved_at desc offset $8 limit 1)
            """,
            [actor.Id, ticket, form, field, text, new NpgsqlParameter { Value = (object?)choice ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }, time.GetUtcNow(), Kept - 1],
            cancellation);
}
