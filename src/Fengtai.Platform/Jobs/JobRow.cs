using System.Text.Json;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Platform.Jobs;

/// <summary>Work that follows a commit. The row is written with what caused it and deleted when the work is done.</summary>
internal sealed class JobRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    public required string Data { get; init; }

    public string State { get; init; } = "waiting";

    public DateTimeOffset RunAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public static JobRow For<T>(string kind, T data, DateTimeOffset runAt, DateTimeOffset now) =>
        new() { Kind = kind, Data = JsonSerializer.Serialize(data, Json.Options), RunAt = runAt, CreatedAt = now };
}

internal sealed class JobTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<JobRow>(e =>
    {
        e.ToTable("jobs", "platform");
        e.HasOwnId();
        e.Property(x => x.Data).HasColumnType("jsonb");
    });
}
