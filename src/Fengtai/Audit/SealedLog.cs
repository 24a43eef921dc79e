using Fengtai.Audit.Rules;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>A table whose rows are only ever added, with ascending ids, and how one of its rows becomes the bytes that are hashed.</summary>
internal abstract class SealedLog
{
    public static readonly SealedLog Events = new EventLog();

    public static readonly SealedLog Looks = new LookLog();

    public static readonly IReadOnlyList<SealedLog> All = [Events, Looks];

    public abstract string Name { get; }

    public abstract string Table { get; }

    /// <summary>The first is the id.</summary>
    public abstract string Columns { get; }

    /// <summary>The row's id; its digest is written into the buffer.</summary>
    public long Digest(NpgsqlDataReader row, CanonicalRow bytes, Span<byte> into)
    {
        var id = row.GetInt64(0);
        Write(row, bytes.Begin(Name).Number(id));
        bytes.Digest(into);
        return id;
    }

    protected abstract void Write(NpgsqlDataReader row, CanonicalRow bytes);

    // the transaction id is left out: it has no meaning on another server
    private sealed class EventLog : SealedLog
    {
        public override string Name => "events";

        public override string Table => "platform.events";

        public override string Columns => "id, at, actor, subject_kind, subject_id, kind, is_public, data::text";

        protected override void Write(NpgsqlDataReader row, CanonicalRow bytes) => bytes
            .Time(row.GetFieldValue<DateTimeOffset>(1))
            .Id(row.Get<Guid?>(2))
            .Text(row.GetString(3))
            .Id(row.GetGuid(4))
            .Text(row.GetString(5))
            .Flag(row.GetBoolean(6))
            .Text(row.GetString(7));
    }

    private sealed class LookLog : SealedLog
    {
        public override string Name => "looks";

        public override string Table => "platform.looks";

        public override string Columns => "id, at, viewer, kind, people, page, words";

        protected override void Write(NpgsqlDataReader row, CanonicalRow bytes) => bytes
            .Time(row.GetFieldValue<DateTimeOffset>(1))
            .Id(row.GetGuid(2))
            .Text(row.GetString(3))
            .Ids(row.GetFieldValue<Guid[]>(4))
            .Text(row.GetString(5))
            .MaybeText(row.Get<string>(6));
    }
}
