using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets;

/// <summary>Which saved views does somebody see, in which order, and how have they arranged all their views? Asked once per request, by every page of the desk.</summary>
internal sealed class SavedViews(NpgsqlDataSource database)
{
    private Task<(IReadOnlyList<SavedView> Views, IReadOnlyDictionary<string, string[]> Columns)>? _asked;

    /// <summary>In this person's own order; what they have not placed yet comes last, the oldest first.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(Actor actor, CancellationToken cancellation) => (await (_asked ??= AskAsync(actor, cancellation))).Views;

    /// <summary>Null where there is none that this person sees.</summary>
    public async Task<SavedView?> FindAsync(Guid id, Actor actor, CancellationToken cancellation) => (await OfAsync(actor, cancellation)).FirstOrDefault(v => v.Id == id);

    /// <summary>What this person has chosen, else the view's own, else the usual ones.</summary>
    public async Task<IReadOnlyList<QueueColumn>> ColumnsAsync(QueueView view, SavedView? saved, Actor actor, CancellationToken cancellation)
    {
        var (_, columns) = await (_asked ??= AskAsync(actor, cancellation));
        var key = saved is null ? Words.Of(view) : QueueAddress.KeyOf(saved.Id);
        IReadOnlyList<QueueColumn>[] chosen = [QueueColumns.Read(columns.GetValueOrDefault(key) ?? []), QueueColumns.Read(saved?.Columns ?? [])];
        return chosen.FirstOrDefault(c => c.Count > 0) ?? QueueColumns.Usual;
    }

    private async Task<(IReadOnlyList<SavedView>, IReadOnlyDictionary<string, string[]>)> AskAsync(Actor actor, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select v.id, v.owner_id, v.name, v.audience, v.team_id, v.base, v.filter, v.sort, v.columns, v.created_at, p.view, p.columns
            from (
                select *
                from tickets.views
                where deleted_at is null
                  and (owner_id = $1 or audience = 'everybody' or audience = 'team' and team_id = any ($2))) v
            full join (
                select *
                from tickets.view_places
                where person_id = $1) p on p.view = replace(v.id::text, '-', '')
            order by p.position nulls last, v.created_at, v.id
            """, actor.Id, actor.Teams.ToArray());
        var rows = await command.ListAsync(row => (View: row.IsDBNull(0) ? null : Read(row), Place: row.Get<string>(10), Columns: row.Get<string[]>(11)), cancellation);
        return (
            [.. rows.Select(r => r.View).OfType<SavedView>().Where(v => Sharing.MaySee(v, actor))],
            rows.Where(r => r is { Place: not null, Columns: not null }).ToDictionary(r => r.Place!, r => r.Columns!));
    }

    private static SavedView Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        OwnerId = row.GetGuid(1),
        Name = row.GetString(2),
        Audience = Words.Parse<Audience>(row.GetString(3)),
        TeamId = row.Get<Guid?>(4),
        Base = Words.Parse<QueueView>(row.GetString(5)),
        Filter = row.GetString(6),
        Sort = row.Get<string>(7),
        Columns = row.GetFieldValue<string[]>(8),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(9),
    };
}
