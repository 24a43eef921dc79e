using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Fengtai.Platform.Files;

/// <summary>
/// Takes files in before anything refers to them; whoever attaches one keeps its id and answers for it as <see cref="IFileReferences"/>.
/// What is never attached is swept.
/// </summary>
public sealed partial class FileStore(FileFolder folder, NpgsqlDataSource database, TimeProvider time, ILogger<FileStore> log)
{
    /// <summary>Takes in the files of a form. All of them or none is to be attached: the first refusal is the answer.</summary>
    public async Task<Result<IReadOnlyList<StoredFile>>> SaveAllAsync(IEnumerable<IFormFile> files, Actor actor, CancellationToken cancellation)
    {
        // a field without a file arrives as a nameless empty one
        var given = files.Where(f => f.Length > 0 || f.FileName.Length > 0).ToList();
        if (given.Count > FileLimits.MostFilesAtOnce)
        {
            return new TooManyFiles(FileLimits.MostFilesAtOnce);
        }
        var saved = new List<StoredFile>();
        foreach (var file in given)
        {
            await using var content = file.OpenReadStream();
            var result = await SaveAsync(content, file.FileName, FileLimits.MostBytes, actor, cancellation);
            if (result.IsRefused)
            {
                return result.Refusal;
            }
            saved.Add(result.Value);
        }
        return saved;
    }

    /// <summary>Takes in one file. Its type is what its content shows.</summary>
    /// <param name="name">As given by others; it is cleaned.</param>
    public async Task<Result<StoredFile>> SaveAsync(Stream content, string? name, long mostBytes, Actor actor, CancellationToken cancellation)
    {
        var clean = FileNames.Clean(name);
        try
        {
            var arrival = await folder.ReceiveAsync(content, mostBytes, cancellation);
            if (arrival is null)
            {
                return new FileIsTooLarge(clean, mostBytes);
            }
            try
            {
                return arrival.Size == 0 ? new FileIsEmpty(clean) : await KeepAsync(arrival, clean, actor, cancellation);
            }
            finally
            {
                FileFolder.Drop(arrival);
            }
        }
        catch (FolderCannotBeWrittenException e)
        {
            CannotWrite(log, e.Message);
            return new StorageIsUnavailable();
        }
    }

    /// <summary>Files by id, in no order. Those that are not there are left out.</summary>
    public async Task<IReadOnlyList<StoredFile>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }
        await using var command = database.Command("""
            select id, sha256, size, content_type, name, created_at, created_by
            from platform.files
            where id = any ($1)
            """, ids.ToArray());
        return await command.ListAsync(Read, cancellation);
    }

    /// <summary>The content, for use cases that read it themselves.</summary>
    public Stream Open(StoredFile file) => File.OpenRead(PathOf(file));

    internal string PathOf(StoredFile file) => folder.PathOf(file.Sha256);

    /// <summary>The row and the content come under the lock of the content, so that no sweep removes what is being added again.</summary>
    private async Task<StoredFile> KeepAsync(Arrival arrival, string name, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(now),
            Sha256 = arrival.Sha256,
            Size = arrival.Size,
            ContentType = FileTypes.Of(arrival.Head, name),
            Name = name,
            CreatedAt = now,
            CreatedBy = actor.PersonId,
        };
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ContentLock.TakeAsync(connection, file.Sha256, cancellation);
        await using var insert = new NpgsqlCommand("""
            insert into platform.files (id, sha256, size, content_type, name, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7)
            """, connection);
        foreach (var value in new object?[] { file.Id, file.Sha256, file.Size, file.ContentType, file.Name, file.CreatedAt, file.CreatedBy })
        {
            insert.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }
        await insert.ExecuteNonQueryAsync(cancellation);
        folder.Keep(arrival);
        await transaction.CommitAsync(cancellation);
        return file;
    }

    private static StoredFile Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Sha256 = row.GetFieldValue<byte[]>(1),
        Size = row.GetInt64(2),
        ContentType = row.GetString(3),
        Name = row.GetString(4),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(5),
        CreatedBy = row.Get<Guid?>(6),
    };

    [LoggerMessage(LogLevel.Error, "Files cannot be written: {Reason}")]
    private static partial void CannotWrite(ILogger log, string reason);
}

internal static class ContentLock
{
    /// <summary>Until the end of the transaction nobody else adds or removes a file of this content.</summary>
    public static async Task TakeAsync(NpgsqlConnection connection, byte[] sha256, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection);
        command.Parameters.Add(new() { Value = BitConverter.ToInt64(sha256) });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
