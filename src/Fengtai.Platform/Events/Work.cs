using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Fengtai.Platform.Events;

/// <summary>
/// The unit of work: state, events, what they cause and jobs are saved together or not at all.
/// One per request or job; the only way to write.
/// </summary>
public sealed class Work(FengtaiDb db, IServiceProvider services, TimeProvider time, ClaimedKey key)
{
    /// <summary>Up to this many rows a save is one batch, which the server runs atomically by itself.</summary>
    private const int OneBatch = 200;

    private readonly Queue<Func<CancellationToken, Task>> _reactions = [];
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);
    private Guid _about;

    public FengtaiDb Db => db;

    /// <summary>The moment of this work, in whole microseconds as the database keeps them.</summary>
    public DateTimeOffset Now { get; } = Whole(time.GetUtcNow());

    /// <summary>Writes an event to the log and lets its reactions follow before the save.</summary>
    /// <param name="at">When it really happened, where that is not now (work entered afterwards).</param>
    public void Record<TEvent>(Subject subject, TEvent happened, Actor actor, DateTimeOffset? at = null) where TEvent : Event
    {
        db.Add(EventRow.Of(subject, happened, actor, at is { } given ? Whole(given) : Now));
        _subjects.Add(subject.Kind);
        _about = _about == Guid.Empty ? subject.Id : _about;
        foreach (var reactor in Reactions.Of(happened.GetType()))
        {
            _reactions.Enqueue(cancellation => reactor(services, subject, happened, actor, at ?? Now, this, cancellation));
        }
    }

    /// <summary>Adds a job that runs after the commit, at least once.</summary>
    public void Enqueue<TData>(string kind, TData data, DateTimeOffset? runAt = null) => db.Add(JobRow.For(kind, data, runAt ?? Now, Now));

    /// <summary>Runs the reactions and saves. A stale row is a refusal; everything else that fails is a bug or an outage.</summary>
    public async Task<Result<Done>> SaveAsync(CancellationToken cancellation)
    {
        while (_reactions.TryDequeue(out var react))
        {
            await react(cancellation);
        }
        key.Join(db, _about);
        db.Database.AutoTransactionBehavior = IsOneSafeBatch() ? AutoTransactionBehavior.Never : AutoTransactionBehavior.WhenNeeded;
        try
        {
            await db.SaveChangesAsync(cancellation);
            key.Saved();
            Forget();
            return default(Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique)
        {
            return unique.ConstraintName == ClaimedKey.Constraint ? key.Lose() : services.RefusalFor(unique.ConstraintName) ?? new ChangedMeanwhile();
        }
    }

    private void Forget()
    {
        var kept = services.GetRequiredService<KeptAnswers>();
        foreach (var subject in _subjects)
        {
            kept.Forget(subject);
        }
        _subjects.Clear();
    }

    /// <summary>
    /// Few new rows go in one batch, which the server takes or refuses as a whole. An update of a stale row is no error to
    /// the server, it merely meets no row: what was inserted beside it would stay. So updates need a transaction.
    /// </summary>
    private bool IsOneSafeBatch()
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        return changed.Count <= OneBatch && changed.TrueForAll(e => e.State == EntityState.Added);
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
