using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets.Templates;

/// <summary>What somebody used last stands first in their menus. Theirs alone, so no event tells of it.</summary>
internal sealed class LastUsed(NpgsqlDataSource database, TimeProvider time)
{
    public Task RememberAsync(Guid what, Actor actor, CancellationToken cancellation) =>
        database.ExecuteAsync(
            """
            insert into tickets.last_used (person_id, what_id, used_at)
            values ($1, $2, $3)
            on conflict on constraint last_used_pk do update set used_at = excluded.used_at
            """,
            [actor.Id, what, time.GetUtcNow()],
            cancellation);
}

/// <summary>When somebody last used something.</summary>
internal sealed class LastUse
{
    public Guid PersonId { get; init; }

    public Guid WhatId { get; init; }

    public DateTimeOffset UsedAt { get; init; }
}

/// <summary>Deleted templates and macros that nobody wanted back go, and who had used them.</summary>
internal sealed class SweepTemplates(FengtaiDb db, TimeProvider time) : IRecurringJob
{
    public const string Name = "tickets.templates.sweep";
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - Sharing.KeptFor;
        await db.Database.ExecuteSqlAsync($"""
            with templates as (delete from tickets.templates where deleted_at < {before} returning id),
                macros as (delete from tickets.macros where deleted_at < {before} returning id),
                gone as (select id from templates union all select id from macros)
            delete from tickets.last_used u
            using gone
            where u.what_id = gone.id
            """, cancellation);
    }
}
