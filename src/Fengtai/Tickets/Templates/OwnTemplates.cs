using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Texts;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets.Templates;

/// <summary>Which templates may somebody use? What they used last comes first, then by name.</summary>
internal sealed class OwnTemplates(NpgsqlDataSource database)
{
    /// <param name="words">Of name or text, or the pinyin of the name; empty for all.</param>
    public async Task<IReadOnlyList<Template>> OfAsync(string words, Actor actor, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select t.id, t.owner_id, t.name, t.body, t.audience, t.team_id, t.created_at, t.xmin
            from tickets.templates t
            left join tickets.last_used u on u.person_id = $1 and u.what_id = t.id
            where t.deleted_at is null
              and (t.owner_id = $1 or t.audience = 'everybody' or t.audience = 'team' and t.team_id = any ($2))
            order by u.used_at desc nulls last, lower(t.name), t.id
            """, actor.Id, actor.Teams.ToArray());
        var all = await command.ListAsync(Read, cancellation);
        return [.. all.Where(t => Sharing.MaySee(t, actor) && NameSearch.Fits(words, t.Name, t.Body))];
    }

    /// <summary>Null where there is none that this person sees.</summary>
    public async Task<Template?> FindAsync(Guid id, Actor actor, CancellationToken cancellation) => (await OfAsync("", actor, cancellation)).FirstOrDefault(t => t.Id == id);

    private static Template Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        OwnerId = row.GetGuid(1),
        Name = row.GetString(2),
        Body = row.GetString(3),
        Audience = Words.Parse<Audience>(row.GetString(4)),
        TeamId = row.Get<Guid?>(5),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(6),
        Version = row.GetFieldValue<uint>(7),
    };
}
