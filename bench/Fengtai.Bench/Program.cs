using Fengtai.Bench;

// ./fengtai bench [NAME] [--tickets N]: what is measured, and how, is said by each file
var names = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
var options = BenchOptions.Read(args.Skip(names.Count));
if (options is null || names.Count > 1 || names.Count == 1 && !Benches.All.ContainsKey(names[0]))
{
    await Console.Error.WriteLineAsync($"./fengtai bench [{string.Join('|', Benches.All.Keys)}] [--tickets 1000000] [--seconds 20] [--rate N]");
    return 1;
}
foreach (var name in names.Count == 1 ? names : [.. Benches.All.Keys])
{
    var table = await Benches.All[name](options);
    Console.WriteLine();
    Console.WriteLine(table.Print());
}
return 0;
