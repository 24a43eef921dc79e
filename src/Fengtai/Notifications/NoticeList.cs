using Fengtai.Notifications.Desk;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Notifications;

/// <summary>What was somebody told, newest first, page by page?</summary>
internal sealed class NoticeList(NpgsqlDataSource database)
{
    internal const string Columns = "n.id, n.at, n.kind, n.text_key, n.arguments, n.href, n.read_at";
    private const int PageSize = 50;

    /// <param name="unread">Only those that were not read.</param>
    /// <param name="after">The last one of the page before.</param>
    public async Task<NoticePage> OfAsync(Guid person, bool unread, Guid? after, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select {Columns}
            from notifications.notices n
            where person_id = $1
              {(unread ? "and read_at is null" : "")}
              and ($2::uuid is null or id < $2)
            order by id desc
            limit $3
            """, person, new NpgsqlParameter<Guid?> { TypedValue = after }, PageSize + 1);
        var found = await command.ListAsync(Read, cancellation);
        return new([.. found.Take(PageSize)], unread, found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    internal static ShownNotice Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetFieldValue<DateTimeOffset>(1),
        row.Get<string>(2),
        row.GetString(3),
        row.GetFieldValue<string[]>(4),
        row.GetString(5),
        row.Get<DateTimeOffset?>(6) is not null);
}
