using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Fengtai.Audit;

/// <summary>What is asked of a log. Null leaves it open.</summary>
/// <param name="Limit">Rows of a page.</param>
internal sealed record AuditFilter(int Limit)
{
    /// <summary>Who did or saw it.</summary>
    public Guid? Actor { get; init; }

    /// <summary>What it was done to; of looks: whose data were seen.</summary>
    public Guid? Subject { get; init; }

    public string? SubjectKind { get; init; }

    /// <summary>Of an event of <see cref="SubjectKind"/>, or of a look.</summary>
    public string? Kind { get; init; }

    /// <summary>Included.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Excluded.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Found in what the row says, in any case.</summary>
    public string? Words { get; init; }

    /// <summary>Subjects whose events are not searched by <see cref="Words"/>, because the reader may not read them.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    public AuditPlace? After { get; init; }
}

/// <summary>Where a row stands in its log: newest first; written as an opaque cursor.</summary>
internal sealed record AuditPlace(DateTimeOffset At, long Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}")));

    /// <summary>Null where there is no cursor, or none of ours: the list then begins at the beginning.</summary>
    public static AuditPlace? Read(string? cursor)
    {
        if (cursor is not { Length: > 0 and < 100 } || !Base64Url.IsValid(cursor))
        {
            return null;
        }
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? new(new(ticks, TimeSpan.Zero), id)
            : null;
    }
}

/// <summary>A page of a log, newest first.</summary>
/// <param name="Next">Where it goes on; null at the end.</param>
/// <param name="SearchedTo">So far back was looked through, where that was enough for one page and not everything was seen.</param>
internal sealed record AuditPart<TRow>(IReadOnlyList<TRow> Rows, AuditPlace? Next, DateTimeOffset? SearchedTo);
