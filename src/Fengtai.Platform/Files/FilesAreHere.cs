using Fengtai.Platform.Data;
using Fengtai.Platform.Database;
using Fengtai.Platform.Practices;
using Npgsql;

namespace Fengtai.Platform.Files;

/// <summary>
/// A share that is not mounted is an empty folder, and a node that writes into it keeps its files from all others. So the newest files of the
/// database are looked for: a node whose shared folder has none of them does not start; one without a shared folder says so.
/// </summary>
internal sealed class FilesAreHere(FileFolder folder, NpgsqlDataSource database, bool isShared) : IBeforeReady
{
    /// <summary>One may be lost by an accident; so many are elsewhere.</summary>
    private const int Newest = 20;

    public async Task PrepareAsync(Action<string> say, CancellationToken cancellation)
    {
        if (isShared && !folder.IsThere)
        {
            throw new CannotStartException($"Fengtai__Files__Folder: there is no {folder.Place}. Is it mounted?");
        }
        await using var command = database.Command("select sha256 from platform.files order by id desc limit $1", Newest);
        var newest = await command.ListAsync(row => row.GetFieldValue<byte[]>(0), cancellation);
        if (newest.Count == 0 || newest.Exists(sha256 => File.Exists(folder.PathOf(sha256))))
        {
            return;
        }
        if (isShared)
        {
            throw new CannotStartException($"{folder.Place} has none of the newest files that the database knows of. Is the share mounted, and is it the same on every node?");
        }
        say($"{folder.Place} has none of the newest files that the database knows of. Several nodes need one folder: Fengtai__Files__Folder");
    }
}
