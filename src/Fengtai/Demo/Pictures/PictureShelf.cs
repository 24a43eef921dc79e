using Fengtai.Demo.Cast;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;

namespace Fengtai.Demo.Pictures;

/// <summary>Keeps each picture once and hands out a file of its own for every time somebody sends it.</summary>
internal sealed class PictureShelf(FileStore files)
{
    private readonly Dictionary<(Motif, string), StoredFile> _pictures = [];

    /// <summary>The files that were handed out.</summary>
    public List<StoredFile> HandedOut { get; } = [];

    public async Task DrawAsync(IEnumerable<string> codes, CancellationToken cancellation)
    {
        foreach (var (motif, code) in codes.SelectMany(c => new[] { (Motif.ErrorDialog, c), (Motif.BlueScreen, c) }).Append((Motif.StreakyPage, "")).Append((Motif.NoSignal, "")))
        {
            using var png = new MemoryStream(Drawings.Of(motif, code));
            var saved = await files.SaveAsync(png, "picture.png", FileLimits.MostBytes, Actor.System, cancellation);
            _pictures[(motif, code)] = saved.Value;
        }
    }

    public Guid Send(Motif motif, string code, Colleague by, DateTimeOffset at)
    {
        var there = at.ToOffset(Days.OfficeHours.Offset);
        var picture = _pictures[(motif, motif is Motif.ErrorDialog or Motif.BlueScreen ? code : "")];
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(at),
            Sha256 = picture.Sha256,
            Size = picture.Size,
            ContentType = picture.ContentType,
            Name = motif is Motif.StreakyPage or Motif.NoSignal ? $"IMG_{there:yyyyMMdd_HHmmss}.png" : $"screenshot-{there:yyyyMMdd-HHmm}.png",
            CreatedAt = at,
            CreatedBy = by.Id,
        };
        HandedOut.Add(file);
        return file.Id;
    }
}
