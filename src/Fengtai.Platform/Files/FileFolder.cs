using System.Security.Cryptography;

namespace Fengtai.Platform.Files;

/// <summary>
/// Contents on disk: <c>ab/cd/abcd…</c> by SHA-256, never changed once there. They arrive under <c>arriving/</c> and are moved into place whole,
/// so a crash or a full disk leaves nothing half done.
/// </summary>
public sealed class FileFolder(string path)
{
    private readonly string _arriving = Path.Combine(path, "arriving");

    internal string Place => path;

    internal bool IsThere => Directory.Exists(path);

    internal string PathOf(ReadOnlySpan<byte> sha256)
    {
        var name = Convert.ToHexStringLower(sha256);
        return Path.Combine(path, name[..2], name[2..4], name);
    }

    /// <summary>Writes what the stream holds beside the contents; null once it is longer than <paramref name="mostBytes"/>.</summary>
    /// <exception cref="FolderCannotBeWrittenException">No room, or no right to write. What the stream itself throws is passed on.</exception>
    internal async Task<Arrival?> ReceiveAsync(Stream stream, long mostBytes, CancellationToken cancellation)
    {
        var file = Path.Combine(_arriving, Guid.NewGuid().ToString("N"));
        try
        {
            return await WriteAsync(stream, file, mostBytes, cancellation) is { } arrival ? arrival : Nothing();
        }
        catch
        {
            Nothing();
            throw;
        }

        Arrival? Nothing()
        {
            Remove(file);
            return null;
        }
    }

    private async Task<Arrival?> WriteAsync(Stream stream, string file, long mostBytes, CancellationToken cancellation)
    {
        await using var target = OnDisk(() =>
        {
            Directory.CreateDirectory(_arriving);
            return new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = new byte[FileTypes.Head];
        var buffer = new byte[64 * 1024];
        long size = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (size + read > mostBytes)
            {
                return null;
            }
            if (size < head.Length)
            {
                buffer.AsSpan(0, (int)Math.Min(read, head.Length - size)).CopyTo(head.AsSpan((int)size));
            }
            hash.AppendData(buffer, 0, read);
            await OnDiskAsync(() => target.WriteAsync(buffer.AsMemory(0, read), cancellation));
            size += read;
        }
        OnDisk(() =>
        {
            target.Flush(flushToDisk: true);
            return true;
        });
        return new(file, hash.GetHashAndReset(), size, head[..(int)Math.Min(size, head.Length)]);
    }

    /// <summary>Moves what arrived to its place. The same content may be there already and is replaced by itself.</summary>
    internal void Keep(Arrival arrival) => OnDisk(() =>
    {
        var place = PathOf(arrival.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(arrival.Path, place, overwrite: true);
        // journalling file systems write the new name with the file, so this makes the move last
        using var moved = new FileStream(place, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        moved.Flush(flushToDisk: true);
        return place;
    });

    internal static void Drop(Arrival arrival) => Remove(arrival.Path);

    internal void Delete(ReadOnlySpan<byte> sha256) => Remove(PathOf(sha256));

    /// <summary>Removes what began to arrive before then and never did.</summary>
    internal int SweepArriving(DateTimeOffset before)
    {
        if (!Directory.Exists(_arriving))
        {
            return 0;
        }
        var old = Directory.EnumerateFiles(_arriving).Where(f => File.GetLastWriteTimeUtc(f) < before.UtcDateTime).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    // the folder itself may not be there
    private static void Remove(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    private static T OnDisk<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderCannotBeWrittenException(e);
        }
    }

    private static async ValueTask OnDiskAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderCannotBeWrittenException(e);
        }
    }
}

/// <summary>A whole content that has no place yet.</summary>
internal sealed record Arrival(string Path, byte[] Sha256, long Size, byte[] Head);

/// <summary>The data folder is full, read-only or gone: a matter of operation, told apart from a broken upload.</summary>
public sealed class FolderCannotBeWrittenException(Exception cause) : IOException(cause.Message, cause);
