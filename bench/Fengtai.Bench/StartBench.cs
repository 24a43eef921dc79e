namespace Fengtai.Bench;

/// <summary>Start, demonstration and memory. What a browser has to load is weighed by the tests.</summary>
internal static class StartBench
{
    public static async Task<Table> RunAsync(BenchOptions options)
    {
        var data = Directory.CreateTempSubdirectory("fengtai-bench-").FullName;
        var table = new Table("Start and memory", "what", "figure", "wanted");
        try
        {
            await using (var first = await Node.StartAsync(data, demo: true))
            {
                table.Add("new data folder with demonstration, to the ready line", $"{first.ReadyAfter.TotalSeconds:0.0} s", "≤ 20 s for filling");
                // what the demonstration recorded is being sealed until then
                await Task.Delay(TimeSpan.FromSeconds(90));
            }
            var starts = new List<double>();
            double idle = 0, used = 0;
            for (var run = 0; run < 5; run++)
            {
                await using var node = await Node.StartAsync(data);
                starts.Add(node.ReadyAfter.TotalSeconds);
                if (run == 4)
                {
                    // an agent of the demonstration
                    var token = await Node.CommandAsync(data, null, "token", "create", "--user", "mengxiaotong", "--name", "bench");
                    await Task.Delay(TimeSpan.FromSeconds(60));
                    idle = node.Megabytes();
                    using var http = node.Client(token, 4);
                    await Load.RunAsync(4, TimeSpan.FromSeconds(options.Seconds), _ => Load.GetAsync(http, "/desk?view=all"));
                    await Task.Delay(TimeSpan.FromSeconds(20));
                    used = node.Megabytes();
                }
            }
            starts.Sort();
            table.Add("start with existing data, median of 5", $"{starts[2]:0.0} s", "≤ 3 s");
            table.Add("resident memory, idle, a minute after the start", $"{idle:0} MiB", "≤ 200 MB");
            table.Add($"resident memory, 20 s after {options.Seconds} s of queue pages", $"{used:0} MiB", "");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
        return table;
    }
}
