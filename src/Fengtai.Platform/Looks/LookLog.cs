using System.Threading.Channels;
using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Fengtai.Platform.Looks;

/// <summary>
/// Keeps who looked at whose data. A page only puts its look into a queue, which is written every second; a clean stop writes the rest, a crash
/// loses that second. While the database is away looks wait, and above <see cref="Capacity"/> so do the pages.
/// </summary>
public sealed class LookLog(NpgsqlDataSource database, TimeProvider time) : IDisposable
{
    private const int Capacity = 10_000;

    /// <summary>So that one row stays readable: exports of many people take several.</summary>
    private const int MostPeople = 1000;

    private const int LongestText = 300;

    private readonly Channel<Look> _queue = Channel.CreateBounded<Look>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly SeenLately _seen = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly List<Look> _taken = [];

    /// <summary>Records that the viewer saw these people's data. One's own is no look; neither is the same person again within ten minutes, unless exported.</summary>
    /// <param name="words">What was searched for.</param>
    public async ValueTask AddAsync(Actor viewer, LookKind kind, IEnumerable<Guid> people, string page, string? words, CancellationToken cancellation)
    {
        if (viewer.PersonId is not { } id)
        {
            return;
        }
        var now = time.GetUtcNow();
        var whose = kind == LookKind.Exported ? [.. people.Distinct()] : _seen.New(id, people, now);
        foreach (var part in whose.Chunk(MostPeople))
        {
            await _queue.Writer.WriteAsync(new(now, id, kind, part, Short(page)!, Short(words)), cancellation);
        }
    }

    public void Dispose() => _writing.Dispose();

    /// <summary>Writes what waits. What cannot be written waits on.</summary>
    internal async Task WriteAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            while (_taken.Count < Capacity && _queue.Reader.TryRead(out var look))
            {
                _taken.Add(look);
            }
            if (_taken.Count > 0)
            {
                await CopyAsync(_taken, cancellation);
                _taken.Clear();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task CopyAsync(IReadOnlyList<Look> looks, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var writer = await connection.BeginBinaryImportAsync("copy platform.looks (at, viewer, kind, people, page, words) from stdin (format binary)", cancellation);
        foreach (var look in looks)
        {
            await writer.StartRowAsync(cancellation);
            await writer.WriteAsync(look.At, NpgsqlDbType.TimestampTz, cancellation);
            await writer.WriteAsync(look.Viewer, NpgsqlDbType.Uuid, cancellation);
            await writer.WriteAsync(Words.Of(look.Kind), NpgsqlDbType.Text, cancellation);
            await writer.WriteAsync(look.People.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid, cancellation);
            await writer.WriteAsync(look.Page, NpgsqlDbType.Text, cancellation);
            await (look.Words is { } words ? writer.WriteAsync(words, NpgsqlDbType.Text, cancellation) : writer.WriteNullAsync(cancellation));
        }
        await writer.CompleteAsync(cancellation);
    }

    private static string? Short(string? text)
    {
        var known = string.IsNullOrWhiteSpace(text) ? null : text.Replace("\0", "", StringComparison.Ordinal).Trim();
        return known is { Length: > LongestText } ? known[..(char.IsHighSurrogate(known[LongestText - 1]) ? LongestText - 1 : LongestText)] : known;
    }
}

public static class HttpLooks
{
    /// <summary>Records that whoever asks for this page sees these people's data on it.</summary>
    public static ValueTask LookAsync(this HttpContext http, LookKind kind, IEnumerable<Guid> people, string? words = null) =>
        http.RequestServices.GetRequiredService<LookLog>().AddAsync(http.Actor(), kind, people, http.Request.Path, words, http.RequestAborted);
}
