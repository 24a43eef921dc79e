using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Fengtai.Platform.Database;

/// <summary>Where a cluster's parts lie: normally all in the data folder, elsewhere where PostgreSQL could not live with that.</summary>
/// <param name="Home">The data folder: locks, and what says where the rest is.</param>
/// <param name="Files">The cluster itself; owned by PostgreSQL's user.</param>
/// <param name="Socket">The folder of the unix socket; closed to everybody else.</param>
[UnsupportedOSPlatform("windows")]
internal sealed partial record ClusterFolders(string Home, string Files, string Socket)
{
    /// <summary>sun_path holds 108 bytes including the final NUL.</summary>
    private const int LongestSocketPath = 107;

    public bool IsInitialised => File.Exists(Path.Combine(Files, "PG_VERSION"));

    public int? Version => IsInitialised && int.TryParse(File.ReadAllText(Path.Combine(Files, "PG_VERSION")), CultureInfo.InvariantCulture, out var version) ? version : null;

    public static async Task<ClusterFolders> PrepareAsync(string home, Action<string> say)
    {
        home = Path.GetFullPath(home);
        if (home.AsSpan().IndexOfAny("\"$`\\\n") >= 0)
        {
            throw new CannotStartException($"The data folder {home} has a character in its name that PostgreSQL's start cannot take (\" $ ` \\). Choose another with --data.");
        }
        try
        {
            Directory.CreateDirectory(home);
            var parent = await FolderForFilesAsync(home, say);
            var socket = Path.Combine(parent, "run");
            return new(home, Path.Combine(parent, "pg"), Fits(socket) ? socket : ShortSocketFolder(home, say));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new CannotStartException($"The data folder {home} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Creates what is missing and gives it to PostgreSQL's user alone.</summary>
    public static async Task OwnAsync(params string[] folders)
    {
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        if (SystemProgram.UserForPostgres is { } user)
        {
            await SystemProgram.MustRunAsync("chown", [user + ":", .. folders]);
        }
    }

    /// <summary>A short path outside the data folder shall not outlive the server.</summary>
    public void RemoveSocketElsewhere()
    {
        if (Path.GetDirectoryName(Socket) != Path.GetDirectoryName(Files))
        {
            Directory.Delete(Socket, recursive: true);
        }
    }

    /// <summary>
    /// Started by root, PostgreSQL runs as another user, who cannot enter a folder below a closed home. Then the cluster lives
    /// under /var/lib, and a file in the data folder remembers where.
    /// </summary>
    private static async Task<string> FolderForFilesAsync(string home, Action<string> say)
    {
        var pointer = Path.Combine(home, "cluster.location");
        if (File.Exists(pointer))
        {
            return (await File.ReadAllTextAsync(pointer)).Trim();
        }
        if (SystemProgram.UserForPostgres is not { } user || (await SystemProgram.RunAsync("test", ["-x", home], user)).Code == 0)
        {
            return home;
        }
        var elsewhere = Path.Combine("/var/lib/fengtai", ShortName(home));
        CreateForOthersToEnter("/var/lib/fengtai");
        CreateForOthersToEnter(elsewhere);
        say($"The user {user} cannot enter {home}: the database is kept in {elsewhere} instead.");
        await File.WriteAllTextAsync(pointer, elsewhere + "\n");
        return elsewhere;
    }

    private static string ShortSocketFolder(string home, Action<string> say)
    {
        var folder = Environment.IsPrivilegedProcess ? $"/run/fengtai/{ShortName(home)}" : $"/tmp/fengtai-{ShortName(home + Environment.UserName)}";
        if (Environment.IsPrivilegedProcess)
        {
            CreateForOthersToEnter("/run/fengtai");
        }
        say($"The data folder's path is too long or too unusual for a unix socket: the socket is in {folder}.");
        return folder;
    }

    private static void CreateForOthersToEnter(string folder)
    {
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static bool Fits(string folder) => Encoding.UTF8.GetByteCount(folder + "/.s.PGSQL.5432") <= LongestSocketPath && PlainPath().IsMatch(folder);

    private static string ShortName(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];

    /// <summary>Commas and quotes mean something in lists of sockets and hosts.</summary>
    [GeneratedRegex(@"^[\w/.+@ -]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainPath();
}
