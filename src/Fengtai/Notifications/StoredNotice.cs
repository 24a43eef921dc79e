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

    /// <summary>The name of a <see cref="NoticeKind"/>; null where it was told before there were kinds.</summary>
    public string? Kind { get; init; }

    public string TextKey { get; init; } = "";

    public string[] Arguments { get; init; } = [];

    public string Href { get; init; } = "";

    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class NoticeTables : ITableMap
{
    private const string Schema = "notifications";

    public void Map(ModelBuilder model)
    {
        model.Entity<StoredNotice>(n =>
        {
            n.ToTable("notices", Schema);
            n.HasOwnId();
        });
        model.Entity<NoticeChoice>(c =>
        {
            c.ToTable("choices", Schema);
            c.HasKey(x => new { x.PersonId, x.Kind });
        });
    }
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

/// <summary>Somebody said anew which notices they want.</summary>
internal sealed record NoticesChosen(IReadOnlyList<string> Unwanted) : Event
{
    public override string Kind => "noticesChosen";
}
