using Fengtai.Catalog.Admin;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Catalog;

/// <summary>Who changed a category or the matrix last, and what?</summary>
internal sealed class CatalogHistory(NpgsqlDataSource database, People people)
{
    private const int Shown = 10;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CatalogChange>> AskAsync(Guid subject, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select at, actor, kind
            from platform.events
            where subject_id = $1
            order by id desc
            limit $2
            """,
            subject,
            Shown);
        var rows = await command.ListAsync(row => (At: row.GetFieldValue<DateTimeOffset>(0), Actor: row.Get<Guid?>(1), Kind: row.GetString(2)), cancellation);
        var names = await people.ManyAsync(rows.Select(r => r.Actor).OfType<Guid>(), cancellation);
        return [.. rows.Select(r => new CatalogChange(r.At, r.Actor is { } id && names.TryGetValue(id, out var person) ? person.Name : null, r.Kind))];
    }
}
