using System.Text.Json;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Platform.Events;

/// <summary>One row of the append-only log: timeline, audit, trigger, live hint and the source of every figure.</summary>
public sealed class EventRow
{
    /// <summary>Ascending in the order of recording within a transaction; gaps occur.</summary>
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The person; null for the system.</summary>
    public Guid? Actor { get; init; }

    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    public required string Kind { get; init; }

    public Visibility Visibility { get; init; }

    public required string Data { get; init; }

    /// <param name="at">In whole microseconds, as the database keeps them.</param>
    public static EventRow Of(Subject subject, Event happened, Actor actor, DateTimeOffset at) => new()
    {
        At = at,
        Actor = actor.PersonId,
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        Kind = happened.Kind,
        Visibility = happened.Visibility,
        Data = JsonSerializer.Serialize(happened, happened.GetType(), EventData.Options),
    };
}

internal sealed class EventTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<EventRow>(e =>
    {
        e.ToTable("events", "platform");
        e.HasKey(x => x.Id);
        e.Property(x => x.Id).UseIdentityAlwaysColumn();
        e.Property(x => x.Data).HasColumnType("jsonb");
        e.Property(x => x.Visibility).HasConversion(v => v == Visibility.Public, v => v ? Visibility.Public : Visibility.Internal).HasColumnName("is_public");
    });
}
