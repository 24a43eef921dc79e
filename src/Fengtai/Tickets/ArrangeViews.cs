using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets;

/// <summary>In which order a person has the saved views, and with which columns any view. Theirs alone, so no event tells of it.</summary>
internal sealed class ArrangeViews(SavedViews views, ChangeView change, NpgsqlDataSource database)
{
    /// <summary>Puts the views into the order of the ids; those that this person does not see are left out.</summary>
    public async Task OrderAsync(IReadOnlyList<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var seen = (await views.OfAsync(actor, cancellation)).Select(v => v.Id).ToHashSet();
        var keys = ids.Where(seen.Contains).Distinct().Select(QueueAddress.KeyOf).ToArray();
        await database.ExecuteAsync("""
            insert into tickets.view_places (person_id, view, position)
            select $1, v.view, v.position from unnest($2) with ordinality as v (view, position)
            on conflict (person_id, view) do update set position = excluded.position
            """, [actor.Id, keys], cancellation);
    }

    /// <param name="columns">None: the usual ones again.</param>
    public async Task<Result<Done>> ChooseColumnsAsync(QueueView view, SavedView? saved, IReadOnlyList<QueueColumn> columns, Actor actor, CancellationToken cancellation)
    {
        string[] words = [.. columns.Select(c => Words.Of(c))];
        if (ViewSharing.ColumnsAreTheViews(saved, actor))
        {
            return (await change.RunAsync(saved!.Id, new(Columns: words), actor, cancellation)).Map(_ => default(Done));
        }
        await database.ExecuteAsync("""
            insert into tickets.view_places (person_id, view, columns)
            values ($1, $2, $3)
            on conflict (person_id, view) do update set columns = excluded.columns
            """, [actor.Id, saved is null ? Words.Of(view) : QueueAddress.KeyOf(saved.Id), words.Length > 0 ? words : null], cancellation);
        return default(Done);
    }
}
