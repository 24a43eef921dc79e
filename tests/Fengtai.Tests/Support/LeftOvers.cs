using System.Globalization;
using Fengtai.Platform.Database;

namespace Fengtai.Tests.Support;

/// <summary>Clusters of runs that were killed.</summary>
internal static class LeftOvers
{
    public static async Task RemoveAsync(string own)
    {
        var start = own[..(own.LastIndexOf('-') + 1)];
        foreach (var folder in Directory.EnumerateDirectories(Path.GetDirectoryName(own)!, Path.GetFileName(start) + "*"))
        {
            if (int.TryParse(folder.AsSpan(start.Length), CultureInfo.InvariantCulture, out var run) && !Directory.Exists($"/proc/{run}") && OperatingSystem.IsLinux())
            {
                await using (await EmbeddedCluster.OpenAsync(folder, Console.Error.WriteLine))
                {
                    // opened to be stopped
                }
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
