using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Fengtai.Bench;

/// <summary>Opening tickets through the API beside pgbench inserting the same rows, each ticket in one transaction, on the same cluster.</summary>
internal static partial class OpenBench
{
    private const int Connections = 16;

    public static async Task<Table> RunAsync(BenchOptions options)
    {
        await using var organisation = await Organisation.OpenAsync(options.Tickets);
        var begun = await organisation.ScalarAsync<DateTime>("select now()");
        await using var node = await Node.StartAsync(organisation.Data, organisation.Database);
        using var http = node.Client(await organisation.TokenAsync(), Connections);
        await OpenAsync(http, 0);
        var script = await ScriptAsync(organisation);
        var table = new Table("Opening tickets", "what", "p50 ms", "p95 ms", "per second", "wanted");
        var half = TimeSpan.FromSeconds(options.Seconds / 2.0);
        // there and back again, so that a noisy minute hits both
        var ours = new List<Measured>();
        var theirs = new List<double>();
        await Load.RunAsync(Connections, TimeSpan.FromSeconds(5), i => OpenAsync(http, i));
        for (var round = 0; round < 2; round++)
        {
            theirs.Add(await PgbenchAsync(organisation.Database, script, half));
            ours.Add(await Load.RunAsync(Connections, half, i => OpenAsync(http, i)));
        }
        var (pgbench, api) = (theirs.Average(), ours.Average(o => o.PerSecond));
        table.Add("pgbench, the same rows in one transaction", "", "", $"{pgbench:0}", "");
        table.Add("POST /api/v1/tickets", ours[1].P50, ours[1].P95, $"{api:0}", "");
        table.Add("share", "", "", $"{api / pgbench:P0}", "≥ 25 %");
        await organisation.ForgetOpenedAsync(begun);
        return table;
    }

    public static async Task OpenAsync(HttpClient http, int number)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/tickets", UriKind.Relative), new
        {
            subject = $"打印机卡纸 {number.ToString(CultureInfo.InvariantCulture)}",
            description = "三楼财务室的打印机从早上开始一直卡纸，重启以后打两张又卡，月底要打凭证，请尽快派人来看看。",
            type = "incident",
            category = "hardware.printer",
            impact = "medium",
            urgency = "high",
        });
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Opening answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        await answer.Content.CopyToAsync(Stream.Null);
    }

    /// <summary>Every row that opening the newest ticket wrote, as inserts of one transaction with ids of their own.</summary>
    private static async Task<string> ScriptAsync(Organisation organisation)
    {
        var id = await organisation.ScalarAsync<Guid>("select id from tickets.tickets order by number desc limit 1");
        var script = new StringBuilder("begin;\n");
        foreach (var (table, condition) in new[]
        {
            ("tickets.tickets", $"id = '{id}'"), ("tickets.notes", $"ticket_id = '{id}'"), ("tickets.search", $"ticket_id = '{id}'"), ("platform.events", $"subject_id = '{id}'"), ("service_levels.clocks", $"ticket_id = '{id}'"),
            ("notifications.notices", $"href like '%/' || (select number from tickets.tickets where id = '{id}')"), ("platform.jobs", $"data::text like '%{id}%'"),
        })
        {
            var columns = await organisation.ListAsync<string>(
                $"select attname::text from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '' and not (attname = 'xid' and '{table}' = 'platform.events') and not (attname = 'number' and '{table}' = 'tickets.tickets') order by attnum");
            var values = string.Join(" || ', ' || ", columns.Select(c => $"quote_nullable({c})"));
            foreach (var row in await organisation.ListAsync<string>($"select {values} from {table} where {condition}"))
            {
                script.Append(CultureInfo.InvariantCulture, $"insert into {table} ({string.Join(", ", columns)}) values ({row});\n");
            }
        }
        script.Append("commit;\n");
        // every id that belongs to this one ticket is made anew, in the order of time as ours are
        var own = new Dictionary<string, string>(StringComparer.Ordinal) { [$"{id}"] = Anew("r") };
        foreach (var note in await organisation.ListAsync<Guid>($"select id from tickets.notes where ticket_id = '{id}'"))
        {
            own[$"{note}"] = Anew("s");
        }
        var text = Uuids().Replace(script.ToString(), m => own.GetValueOrDefault(m.Groups["id"].Value) ?? m.Value);
        text = Regex.Replace(text, "(?<until>insert into (notifications.notices|platform.jobs|service_levels.clocks) [^;]*? values \\()'[0-9a-f-]{36}'", "${until}gen_random_uuid()", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var file = Path.Combine(organisation.Data, "open.sql");
        await File.WriteAllTextAsync(file, "\\set r random(1, 2000000000)\n\\set s random(1, 2000000000)\n" + text);
        return file;
    }

    /// <summary>The same within one transaction: its time, and a random number.</summary>
    private static string Anew(string random) =>
        $"(regexp_replace(lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0'), '(.{{8}})', '\\1-') || '-7000-8000-' || lpad(to_hex(:{random}::int), 12, '0'))::uuid";

    private static async Task<double> PgbenchAsync(string database, string script, TimeSpan duration)
    {
        var connection = new NpgsqlConnectionStringBuilder(database);
        var program = Directory.EnumerateFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal).First();
        var start = new ProcessStartInfo(program,
            ["-n", "-h", connection.Host!, "-p", $"{connection.Port}", "-U", connection.Username!, "-c", $"{Connections}", "-j", "2", "-T", $"{Math.Max(1, (int)duration.TotalSeconds)}", "-M", "prepared", "-f", script, connection.Database!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["PGPASSWORD"] = connection.Password;
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode != 0 ? throw new InvalidOperationException("pgbench failed; its standard error says why.") : double.Parse(Tps().Match(printed).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("'(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Uuids();

    [GeneratedRegex("tps = (?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tps();
}
