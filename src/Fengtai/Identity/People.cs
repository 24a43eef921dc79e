using System.Linq.Expressions;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Identity;

/// <summary>Who is this, and who is meant?</summary>
public sealed class People(FengtaiDb db, NpgsqlDataSource database, Kept<PersonCards> kept)
{
    internal const string Columns = "id, login, name, staff_number, department, site, phone, mobile, we_chat, mail, is_vip, is_active, culture, time_zone";
    private const int MostRanked = 1000;

    public async Task<PersonCard?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        await db.Set<Person>().Where(p => p.Id == id).Select(Card).SingleOrDefaultAsync(cancellation);

    /// <param name="login">In any case.</param>
    public async Task<PersonCard?> ByLoginAsync(string login, CancellationToken cancellation = default)
    {
        var lower = login.Trim().ToLowerInvariant();
        // nobody is called so, and the database takes no such text
        return lower.Contains('\0', StringComparison.Ordinal) ? null : await db.Set<Person>().Where(p => p.Login == lower).Select(Card).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Those that exist, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonCard>> ManyAsync(IEnumerable<Guid> ids, CancellationToken cancellation = default)
    {
        var cards = await kept.GetAsync(static () => Task.FromResult(new PersonCards()));
        return await cards.OfAsync(ids, missing => db.Set<Person>().Where(p => missing.Contains(p.Id)).Select(Card).ToListAsync(cancellation));
    }

    /// <summary>
    /// Active people by any part of name, pinyin (<c>wxy</c>, <c>wangxiaoyu</c>), telephone or staff number, or by login, mail, department;
    /// all words must fit. Whose login or number it is exactly comes first.
    /// </summary>
    public Task<IReadOnlyList<PersonCard>> SearchAsync(string words, int limit, CancellationToken cancellation = default) => SearchAsync(words, limit, among: null, cancellation);

    /// <param name="among">Only these are looked at; null: everybody.</param>
    public async Task<IReadOnlyList<PersonCard>> SearchAsync(string words, int limit, IReadOnlyCollection<Guid>? among, CancellationToken cancellation)
    {
        if (PersonSearch.Query(words) is not { } query)
        {
            return [];
        }
        // one letter fits a third of all people: of those, some are enough, as long as whoever is meant exactly is among them
        var typed = words.Trim();
        await using var command = database.Command(
            $"""
            with fitting as (
                (select {Columns}, sort_name from identity.people where search @@ $1::tsquery and is_active and ($4::uuid[] is null or id = any ($4)) limit {MostRanked})
                union
                (select {Columns}, sort_name from identity.people where (login = lower($2) or staff_number in ($2, upper($2))) and is_active and ($4::uuid[] is null or id = any ($4)))
            )
            select {Columns}
            from fitting
            order by
                lower($2) in (login, lower(coalesce(staff_number, '')), coalesce(phone, ''), coalesce(mobile, '')) desc,
                name = $2 desc,
                starts_with(name, $2) or starts_with(sort_name, lower($2)) or starts_with(login, lower($2)) desc,
                sort_name collate "C",
                id
            limit $3
            """, query, typed, limit, new NpgsqlParameter<Guid[]?> { TypedValue = among?.ToArray() });
        return await command.ListAsync(Read, cancellation);
    }

    /// <summary>Who is meant by what was picked from a list (an id) or, without that, typed: a login, a staff number or a name that only one has.</summary>
    public async Task<Result<PersonCard>> MeantAsync(string? picked, string? typed, CancellationToken cancellation = default)
    {
        if (Guid.TryParse(picked, out var id) && await FindAsync(id, cancellation) is { IsActive: true } person)
        {
            return person;
        }
        var words = (typed ?? "").Trim();
        if (words.Length == 0)
        {
            return new Missing("person");
        }
        var found = await SearchAsync(words, 2, cancellation);
        return found switch
        {
            [] => new NobodyIsFound(words),
            [var one] => one,
            [var first, ..] when string.Equals(first.Login, words, StringComparison.OrdinalIgnoreCase) || string.Equals(first.StaffNumber, words, StringComparison.OrdinalIgnoreCase) => first,
            _ => new SeveralFit(words),
        };
    }

    internal static PersonCard Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.Get<string>(3),
        row.Get<string>(4),
        row.Get<string>(5),
        row.Get<string>(6),
        row.Get<string>(7),
        row.Get<string>(8),
        row.Get<string>(9),
        row.GetBoolean(10),
        row.GetBoolean(11),
        row.GetString(12),
        row.GetString(13));

    /// <summary>Reads no more than it shows: the words for searching a person are longer than all the rest.</summary>
    internal static readonly Expression<Func<Person, PersonCard>> Card = p =>
        new PersonCard(p.Id, p.Login, p.Name, p.StaffNumber, p.Department, p.Site, p.Phone, p.Mobile, p.WeChat, p.Mail, p.IsVip, p.IsActive, p.Culture, p.TimeZone);
}

public sealed record NobodyIsFound(string Words) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "person";

    public override object[] Arguments => [Words];
}

public sealed record SeveralFit(string Words) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "person";

    public override object[] Arguments => [Words];
}
