using System.Text.Json;
using Fengtai.Audit.Admin;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>How far is the log sealed, and does it agree?</summary>
internal sealed class ChainState(NpgsqlDataSource database, Chain chain)
{
    public const int MostCounted = 10_000;

    public async Task<ChainView> AskAsync(CancellationToken cancellation)
    {
        var waiting = 0;
        foreach (var log in SealedLog.All)
        {
            var newest = await chain.NewestAsync(log, cancellation);
            await using var count = database.Command($"select count(*)::integer from (select from {log.Table} where id > $1 limit {MostCounted + 1}) unsealed", newest?.ToId ?? 0);
            waiting += (int)(await count.ExecuteScalarAsync(cancellation))!;
        }
        await using var last = database.Command("select at, events, looks, broken::text from audit.verifications order by id desc limit 1");
        var verified = await last.ListAsync(
            row => new LastVerification(
                row.GetFieldValue<DateTimeOffset>(0), row.GetInt64(1), row.GetInt64(2),
                row.Get<string>(3) is { } broken ? Where(JsonSerializer.Deserialize<ChainBreak>(broken, Json.Options)!) : null),
            cancellation);
        await using var may = database.Command("select has_table_privilege('platform.events', 'update')");
        return new(
            await chain.NewestAsync(null, cancellation) is { } seal ? new(seal.Number, seal.HashText, seal.MadeAt) : null,
            waiting,
            verified.FirstOrDefault(),
            await may.ExecuteScalarAsync(cancellation) is true);
    }

    private static BrokenPlace Where(ChainBreak broken) => new(broken.Seal, broken.Log, broken.Id, Words.Of(broken.Kind));
}
