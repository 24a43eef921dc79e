using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Platform.Files;

/// <summary>A file that was uploaded once and never changes. Who may see it is decided by what it hangs on.</summary>
public sealed class StoredFile
{
    public Guid Id { get; init; }

    public required byte[] Sha256 { get; init; }

    /// <summary>Bytes, at least one.</summary>
    public long Size { get; init; }

    /// <summary>As its content shows, whatever was claimed.</summary>
    public required string ContentType { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The person; null for the system.</summary>
    public Guid? CreatedBy { get; init; }

    public bool IsPicture => FileTypes.IsPicture(ContentType);
}

internal sealed class FileTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<StoredFile>(e =>
    {
        e.ToTable("files", "platform");
        e.HasOwnId();
        e.Ignore(x => x.IsPicture);
    });
}
