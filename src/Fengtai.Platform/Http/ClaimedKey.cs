using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Platform.Http;

/// <summary>
/// The idempotency key of this request, if it came with one. That it is used up is a row of the same commit as what it caused: whatever happens
/// to the node afterwards, the work is known to be done, and a second try that overtook the first cannot be saved.
/// </summary>
public sealed class ClaimedKey
{
    internal const string Constraint = "finished_keys_pk";

    private FinishedKey? _row;

    /// <summary>Another request with the same key was saved first; nothing of this one was.</summary>
    internal bool IsLost { get; private set; }

    internal void Claim(Guid person, string key) => _row = new() { Person = person, Key = key };

    /// <param name="subject">What the work is about, from which it can be answered again.</param>
    internal void Join(FengtaiDb db, Guid subject)
    {
        if (_row is not null && db.Entry(_row).State == EntityState.Detached)
        {
            _row.Subject = subject;
            db.Add(_row);
        }
    }

    internal void Saved() => _row = null;

    internal SameRequestIsStillRunning Lose()
    {
        IsLost = true;
        return new();
    }
}

internal sealed class FinishedKey
{
    public required Guid Person { get; init; }

    public required string Key { get; init; }

    public Guid Subject { get; set; }
}

internal sealed class FinishedKeys : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<FinishedKey>(e =>
    {
        e.ToTable("finished_keys", "platform");
        e.HasKey(x => new { x.Person, x.Key });
    });
}
