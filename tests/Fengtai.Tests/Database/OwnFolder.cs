using System.Diagnostics;
using System.Globalization;

namespace Fengtai.Tests.Database;

/// <summary>A data folder for one test. PostgreSQL's user can enter it.</summary>
internal sealed class OwnFolder : IDisposable
{
    private readonly string _top = Path.Combine(Path.GetTempPath(), "fengtai-cluster-" + Guid.NewGuid().ToString("N")[..8]);

    public OwnFolder(string below = "")
    {
        Data = Path.Combine(_top, below);
        Directory.CreateDirectory(Data);
    }

    public string Data { get; }

    public string File(string name) => Path.Combine(Data, name);

    /// <summary>Kills the PostgreSQL that runs in it with all its children, as running out of memory would.</summary>
    public void KillPostgres()
    {
        using var postmaster = Process.GetProcessById(int.Parse(System.IO.File.ReadLines(File("pg/postmaster.pid")).First(), CultureInfo.InvariantCulture));
        using var backends = Process.Start("pkill", $"-KILL -P {postmaster.Id}");
        postmaster.Kill();
        postmaster.WaitForExit();
        backends.WaitForExit();
    }

    public void Dispose() => Directory.Delete(_top, recursive: true);
}
