using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Notifications;

/// <summary>A notice of one person. Its id grows with time.</summary>
internal sealed class StoredNotice
{
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public DateTimeOffset At { get; init; }

    public string TextKey { get; init; } = "";

    public string[] Arguments { get; init; } = [];

    public string Href { get; init; } = "";

    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class NoticeTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<StoredNotice>(n =>
    {
        n.ToTable("notices", "notifications");
        n.HasOwnId();
    });
}

/// <summary>The subject is the person; what was said is in the notice.</summary>
internal sealed record NoticeGiven(string TextKey) : Event
{
    public override string Kind => "noticeGiven";
}

internal sealed record NoticesRead(int Count) : Event
{
    public override string Kind => "noticesRead";
}
