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
        // only what is asked for stands in the statement, so that each filter is found by its own index
        var values = new List<object?>();
        string?[] conditions =
        [
            query is null ? null : $"search @@ {Value(query)}::tsquery",
            filter.Role is null ? null : $"roles @> array[{Value(filter.Role)}]",
            filter.Team is null ? null : $"id in (select person_id from identity.team_members where team_id = {Value(filter.Team)})",
            filter.IsActive is null ? null : $"is_active = {Value(filter.IsActive)}",
            place is null ? null : $"(sort_name collate \"C\", id) {sign} ({Value(place.SortName)} collate \"C\", {Value(place.Id)})",
            "true",
        ];
        await using var command = database.Command(
            $"""
            select {People.Columns}, sort_name, roles
            from identity.people
            where {string.Join(" and ", conditions.OfType<string>())}
            order by sort_name collate "C" {order}, id {order}
            limit {Value(filter.Limit + 1)}
            """,
            [.. values]);
        var found = await command.ListAsync(row => new ListedPerson(People.Read(row), row.GetFieldValue<string[]>(15), row.GetString(14)), cancellation);
        var more = found.Count > filter.Limit;
        var people = found.Take(filter.Limit).ToList();
        if (backwards)
        {
            people.Reverse();
        }
        var (isFirst, isLast) = backwards ? (!more, false) : (place is null, !more);
        return new(people, isFirst || people.Count == 0 ? null : Place.Of(people[0]), isLast || people.Count == 0 ? null : Place.Of(people[^1]));

        string Value(object? value)
        {
            values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"${values.Count}");
        }
    }
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
