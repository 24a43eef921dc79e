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

    public void Dispose() => Directory.Delete(_top, recursive: true);
}
