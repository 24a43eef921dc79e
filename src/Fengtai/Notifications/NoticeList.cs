using Fengtai.Notifications.Desk;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Notifications;

/// <summary>What was somebody told, newest first, page by page?</summary>
internal sealed class NoticeList(NpgsqlDataSource database)
{
    private const int PageSize = 50;

    /// <param name="after">The last one of the page before.</param>
    public async Task<NoticePage> OfAsync(Guid person, Guid? after, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select id, at, text_key, arguments, href, read_at
            from notifications.notices
            where person_id = $1
              and ($2::uuid is null or id < $2)
            order by id desc
            limit $3
            """, person, new NpgsqlParameter<Guid?> { TypedValue = after }, PageSize + 1);
        var found = await command.ListAsync(Read, cancellation);
        return new([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    internal static ShownNotice Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetFieldValue<DateTimeOffset>(1),
        row.GetString(2),
        row.GetFieldValue<string[]>(3),
        row.GetString(4),
        row.Get<DateTimeOffset?>(5) is not null);
}
