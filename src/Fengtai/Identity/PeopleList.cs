using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Fengtai.Identity.Admin;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Identity;

/// <summary>Who is there? A page of people in the order of their names, or those who are meant by some words.</summary>
internal sealed class PeopleList(NpgsqlDataSource database)
{
    public async Task<PeoplePart> AskAsync(PeopleFilter filter, CancellationToken cancellation)
    {
        var query = PersonSearch.Query(filter.Words ?? "");
        if (query is null && !string.IsNullOrWhiteSpace(filter.Words))
        {
            return new([], null, null);
        }
        var (place, backwards) = filter.Before is not null ? (Place.Read(filter.Before), true) : (Place.Read(filter.After), false);
        var (sign, order) = backwards ? ("<", "desc") : (">", "asc");
        await using var command = database.Command(
            $"""
            select p.id, p.login, p.name, p.staff_number, p.department, p.site, p.phone, p.mobile, p.we_chat, p.mail, p.is_vip, p.is_active, p.culture, p.time_zone, p.sort_name, p.roles
            from identity.people p
            where ($1::text is null or p.search @@ $1::tsquery)
              and ($2::text is null or $2 = any (p.roles))
              and ($3::uuid is null or exists (select from identity.team_members m where m.team_id = $3 and m.person_id = p.id))
              and ($4::boolean is null or p.is_active = $4)
              and ($5::text is null or (p.sort_name collate "C", p.id) {sign} ($5 collate "C", $6::uuid))
            order by p.sort_name collate "C" {order}, p.id {order}
            limit $7
            """,
            Text(query),
            Text(filter.Role),
            new NpgsqlParameter<Guid?> { TypedValue = filter.Team },
            new NpgsqlParameter<bool?> { TypedValue = filter.IsActive },
            Text(place?.SortName),
            new NpgsqlParameter<Guid?> { TypedValue = place?.Id },
            filter.Limit + 1);
        var found = await command.ListAsync(row => new ListedPerson(People.Read(row), row.GetFieldValue<string[]>(15), row.GetString(14)), cancellation);
        var more = found.Count > filter.Limit;
        var people = found.Take(filter.Limit).ToList();
        if (backwards)
        {
            people.Reverse();
        }
        var (isFirst, isLast) = backwards ? (!more, false) : (place is null, !more);
        return new(people, isFirst || people.Count == 0 ? null : Place.Of(people[0]), isLast || people.Count == 0 ? null : Place.Of(people[^1]));
    }

    private static NpgsqlParameter Text(string? text) => new NpgsqlParameter<string?> { TypedValue = text };
}

internal sealed record PeopleFilter(int Limit)
{
    public string? Words { get; init; }

    public string? Role { get; init; }

    public Guid? Team { get; init; }

    public bool? IsActive { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }
}

/// <summary>Where somebody stands in the list; written as an opaque cursor.</summary>
internal sealed record Place(string SortName, Guid Id)
{
    public static string Of(ListedPerson person) => new Place(person.SortName, person.Person.Id).ToString();

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id:N}{SortName}")));

    /// <summary>Null where there is no cursor, or none of ours: the list then begins at the beginning.</summary>
    public static Place? Read(string? cursor)
    {
        if (cursor is not { Length: > 0 and < 1000 } || !Base64Url.IsValid(cursor))
        {
            return null;
        }
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return text.Length >= 32 && Guid.TryParseExact(text[..32], "N", out var id) && !text.Contains('\0', StringComparison.Ordinal) ? new(text[32..], id) : null;
    }
}
