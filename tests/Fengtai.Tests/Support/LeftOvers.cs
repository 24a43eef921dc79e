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
                await RemoveAsync(new DirectoryInfo(folder));
            }
        }
    }

    private static async Task RemoveAsync(DirectoryInfo folder)
    {
        // without this file no server runs; what is left of the folder may be a half that could not be started
        if (File.Exists(Path.Combine(folder.FullName, "pg", "postmaster.pid")))
        {
            await using (await EmbeddedCluster.OpenAsync(folder.FullName, Console.Error.WriteLine))
            {
                // opened to be stopped
            }
        }
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // another run removes it at this moment
        }
    }
}
