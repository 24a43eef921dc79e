using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>Writes to agreements, one writer at a time: two at once could each agree what the other leaves no room for.</summary>
internal sealed class AgreementFile(Work work, CalendarBook calendars, Categories categories, PolicyBook policies, Teams teams, Capabilities capabilities)
{
    public Work Work => work;

    /// <summary>What day it is for agreements as documents.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Actor.System.Zone).DateTime);

    /// <param name="change">Decides upon all agreements as they are, and records what happened; what it refuses is not saved.</param>
    public async Task<Result<T>> ChangeAsync<T>(Func<List<Agreement>, Task<Result<T>>> change, CancellationToken cancellation)
    {
        await using var transaction = await work.Db.Database.BeginTransactionAsync(cancellation);
        await work.Db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('service_levels.agreements'))", cancellation);
        var changed = await change(await AllAsync(cancellation));
        if (changed.IsRefused)
        {
            return changed;
        }
        var saved = await work.SaveAsync(cancellation);
        if (saved.IsRefused)
        {
            return Result<T>.Refused(saved.Refusals);
        }
        await transaction.CommitAsync(cancellation);
        return changed;
    }

    /// <summary>As they are, to be changed.</summary>
    public Task<List<Agreement>> AllAsync(CancellationToken cancellation) => work.Db.Set<Agreement>().OrderBy(a => a.Id).ToListAsync(cancellation);

    public async Task<AgreementGround> GroundAsync(CancellationToken cancellation) => new(
        new((await calendars.ListAsync(cancellation)).ToDictionary(c => c.Id), await categories.TreeAsync(cancellation), work.Now),
        (await policies.AllAsync(cancellation)).InOrder.Select(p => p.Id).ToHashSet(),
        (await teams.AllAsync(cancellation)).Select(t => t.Id).ToHashSet(),
        (await capabilities.WhoMayAsync(ServiceLevelPermissions.Read, cancellation)).Select(p => p.Id).ToHashSet());
}
