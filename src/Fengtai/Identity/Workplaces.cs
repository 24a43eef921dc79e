using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Identity;

/// <summary>Which departments and sites are there, as they are written in people's records?</summary>
public sealed class Workplaces(NpgsqlDataSource database)
{
    /// <summary>Those whose name holds the words, in any case, by name.</summary>
    public Task<IReadOnlyList<string>> DepartmentsAsync(string words, int limit, CancellationToken cancellation) => AskAsync("department", words, limit, cancellation);

    /// <summary>Those whose name holds the words, in any case, by name.</summary>
    public Task<IReadOnlyList<string>> SitesAsync(string words, int limit, CancellationToken cancellation) => AskAsync("site", words, limit, cancellation);

    /// <summary>There are hundreds among hundreds of thousands of people: the index is read from one to the next, not from person to person.</summary>
    private async Task<IReadOnlyList<string>> AskAsync(string column, string words, int limit, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            with recursive places as (
                (select {column} as name from identity.people where {column} is not null order by {column} limit 1)
                union all
                select (select p.{column} from identity.people p where p.{column} > places.name order by p.{column} limit 1)
                from places
                where places.name is not null)
            select name
            from places
            where position(lower($1) in lower(name)) > 0
            order by name
            limit $2
            """, words.Trim(), limit);
        return await command.ListAsync(row => row.GetString(0), cancellation);
    }
}
