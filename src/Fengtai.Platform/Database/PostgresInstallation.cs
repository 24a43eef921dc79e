using System.Globalization;
using System.Text.RegularExpressions;

namespace Fengtai.Platform.Database;

/// <summary>Where PostgreSQL's programs are, 15 or later; installed from the distribution's packages where root may do that.</summary>
internal sealed partial record PostgresInstallation(int Version, string Programs)
{
    public const int Oldest = 15;

    private const string Install = "apt-get update && apt-get install -y postgresql";

    public string Program(string name) => Path.Combine(Programs, name);

    /// <param name="version">The version an existing cluster needs; null takes the newest.</param>
    public static async Task<PostgresInstallation> FindOrInstallAsync(int? version, Action<string> say)
    {
        if (Find(version) is { } found)
        {
            return found;
        }
        if (!Environment.IsPrivilegedProcess || !File.Exists("/etc/debian_version"))
        {
            throw new CannotStartException(WhatToDo(version));
        }
        say("PostgreSQL is missing and is being installed (apt-get install postgresql) …");
        await InstallAsync(version);
        return Find(version) ?? throw new CannotStartException(WhatToDo(version));
    }

    private static PostgresInstallation? Find(int? version) => Candidates()
        .Where(c => c.Version >= Oldest && (version is null || c.Version == version))
        .OrderByDescending(c => c.Version)
        .FirstOrDefault();

    private static IEnumerable<PostgresInstallation> Candidates()
    {
        IEnumerable<string> folders =
        [
            .. Below("/usr/lib/postgresql", "*").Select(f => Path.Combine(f, "bin")),
            .. Below("/usr", "pgsql-*").Select(f => Path.Combine(f, "bin")),
            .. Below("/opt/homebrew/opt", "postgresql@*").Select(f => Path.Combine(f, "bin")),
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        ];
        foreach (var folder in folders.Where(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl"))))
        {
            if (VersionOf(folder) is { } version)
            {
                yield return new(version, folder);
            }
        }
    }

    private static IEnumerable<string> Below(string folder, string pattern) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, pattern) : [];

    /// <summary>Most layouts carry the version in the path; only where none does is the program asked.</summary>
    private static int? VersionOf(string folder)
    {
        var number = VersionInPath().Match(folder) is { Success: true } path ? path
            : VersionInAnswer().Match(SystemProgram.RunAsync(Path.Combine(folder, "pg_ctl"), ["--version"]).GetAwaiter().GetResult().Printed);
        return number.Success ? int.Parse(number.Groups["version"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Neither creates nor starts the cluster that the packages set up by themselves otherwise.</summary>
    private static async Task InstallAsync(int? version)
    {
        const string folder = "/etc/postgresql-common/createcluster.d";
        var ours = Path.Combine(folder, "fengtai.conf");
        var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(ours, "create_main_cluster = false\n");
        try
        {
            await SystemProgram.MustRunAsync("apt-get", ["update", "-q"], environment: quiet);
            await SystemProgram.MustRunAsync("apt-get", ["install", "-y", "-q", "--no-install-recommends", version is null ? "postgresql" : $"postgresql-{version}"], environment: quiet);
        }
        finally
        {
            File.Delete(ours);
        }
    }

    private static string WhatToDo(int? version) => version is { } needed
        ? $"The data of this installation belong to PostgreSQL {needed}, whose programs are not here. Install them: as root, {Install}-{needed}"
        : $"PostgreSQL {Oldest} or later is needed. Debian, Ubuntu: as root, {Install}. Others: install the server package of your system. Or name a server in Fengtai__Database.";

    [GeneratedRegex(@"(postgresql/|pgsql-|postgresql@)(?<version>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionInPath();

    [GeneratedRegex(@"\) (?<version>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionInAnswer();
}
