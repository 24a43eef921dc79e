using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Fengtai.Platform.Files;

/// <summary>A practice that keeps files says which of these it still needs.</summary>
public interface IFileReferences
{
    Task<IReadOnlyCollection<Guid>> InUseAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellation);
}

/// <summary>Removes files that were uploaded and never attached to anything, and what never arrived whole.</summary>
public sealed partial class SweepOrphanFiles(
    FileFolder folder, NpgsqlDataSource database, IEnumerable<IFileReferences> references, ILogger<SweepOrphanFiles> log)
{
    private const int Batch = 500;

    /// <returns>How many files were removed.</returns>
    public async Task<int> RunAsync(DateTimeOffset olderThan, CancellationToken cancellation)
    {
        folder.SweepArriving(olderThan);
        var removed = 0;
        var after = Guid.Empty;
        List<Candidate> candidates;
        do
        {
            candidates = await NextAsync(after, olderThan, cancellation);
            foreach (var orphan in await OrphansAsync(candidates, cancellation))
            {
                await RemoveAsync(orphan, cancellation);
                removed++;
            }
            after = candidates.Count > 0 ? candidates[^1].Id : after;
        }
        while (candidates.Count == Batch);
        if (removed > 0)
        {
            Swept(log, removed);
        }
        return removed;
    }

    private async Task<List<Candidate>> NextAsync(Guid after, DateTimeOffset olderThan, CancellationToken cancellation)
    {
        await using var command = database.Command("""
            select id, sha256
            from platform.files
            where id > $1 and created_at < $2
            order by id
            limit $3
            """, after, olderThan, Batch);
        return await command.ListAsync(row => new Candidate(row.GetGuid(0), row.GetFieldValue<byte[]>(1)), cancellation);
    }

    private async Task<IEnumerable<Candidate>> OrphansAsync(List<Candidate> candidates, CancellationToken cancellation)
    {
        var ids = candidates.Select(c => c.Id).ToList();
        var kept = new HashSet<Guid>();
        foreach (var practice in references)
        {
            kept.UnionWith(await practice.InUseAsync(ids, cancellation));
        }
        return candidates.Where(c => !kept.Contains(c.Id));
    }

    private async Task RemoveAsync(Candidate orphan, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ContentLock.TakeAsync(connection, orphan.Sha256, cancellation);
        await using var command = new NpgsqlCommand("""
            with removed as (delete from platform.files where id = $1)
            select exists (select from platform.files where sha256 = $2 and id <> $1)
            """, connection);
        command.Parameters.Add(new() { Value = orphan.Id });
        command.Parameters.Add(new() { Value = orphan.Sha256 });
        if (await command.ExecuteScalarAsync(cancellation) is false)
        {
            folder.Delete(orphan.Sha256);
        }
        await transaction.CommitAsync(cancellation);
    }

    private sealed record Candidate(Guid Id, byte[] Sha256);

    [LoggerMessage(LogLevel.Information, "{Count} files that nobody attached were removed")]
    private static partial void Swept(ILogger log, int count);
}

/// <summary>Every night's look: a day is time enough to finish a form.</summary>
internal sealed class SweepOrphanFilesDaily(SweepOrphanFiles sweep, TimeProvider time) : IRecurringJob
{
    public Task RunAsync(CancellationToken cancellation) => sweep.RunAsync(time.GetUtcNow().AddDays(-1), cancellation);
}
