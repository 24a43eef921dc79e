using Fengtai.Notifications.Desk;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Notifications;

/// <summary>How many notices has somebody not read, and which is the newest of them? Asked by every page.</summary>
internal sealed class UnreadNotices(NpgsqlDataSource database)
{
    /// <summary>Counts stop here: 99 reads as "99 or more".</summary>
    public const int CountLimit = 99;

    public async Task<Unread> OfAsync(Guid person, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select {NoticeList.Columns}, count(*) over ()::int
            from (
                select *
                from notifications.notices
                where person_id = $1
                  and read_at is null
                order by id desc
                limit $2) n
            order by n.id desc
            limit 1
            """, person, CountLimit);
        var newest = await command.ListAsync(row => new Unread(row.GetInt32(7), NoticeList.Read(row)), cancellation);
        return newest is [var unread] ? unread : new(0, null);
    }
}

internal sealed record Unread(int Count, ShownNotice? Newest);
