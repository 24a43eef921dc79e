using System.Text.RegularExpressions;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Files;
using Fengtai.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Writing;

/// <summary>
/// The files that a text shows or links to. What its writer uploaded while writing is attached by being in the text: a draft that is
/// sent days later, from another browser, needs no list of files beside it.
/// </summary>
internal sealed partial class PicturesInTexts(FengtaiDb db, FileStore files)
{
    /// <summary>Those that this person uploaded and that hang on nothing yet.</summary>
    public async Task<IReadOnlyList<Guid>> NewAsync(string text, Actor actor, CancellationToken cancellation)
    {
        var named = In(text);
        if (named.Count == 0)
        {
            return [];
        }
        var own = (await files.FindAsync([.. named], cancellation)).Where(f => f.CreatedBy is { } by && by == actor.PersonId).Select(f => f.Id).ToList();
        var taken = await db.Set<Attachment>().Where(a => own.Contains(a.FileId)).Select(a => a.FileId).ToListAsync(cancellation);
        return [.. own.Except(taken)];
    }

    public static IReadOnlyList<Guid> In(string text) => text.Contains("](/files/", StringComparison.Ordinal)
        ? [.. Named().Matches(text).Select(m => Guid.Parse(m.Groups["id"].ValueSpan)).Distinct().Take(FileLimits.MostFilesAtOnce)]
        : [];

    /// <summary>The files that are to be listed below a text: its own pictures stand in it.</summary>
    public static IReadOnlyCollection<FileLink> NotShown(IReadOnlyCollection<FileLink> files, string? text) =>
        text is null ? files : [.. files.Where(f => !f.IsPicture || !text.Contains($"]({f.Href})", StringComparison.Ordinal))];

    /// <summary>The text where nothing can be shown or opened, on paper or among words: a picture is its name.</summary>
    public static string AsWords(string text) => text.Contains("](/files/", StringComparison.Ordinal) ? Whole().Replace(text, "[${name}]") : text;

    [GeneratedRegex(@"!?\[(?<name>[^\[\]\n]*)\]\(/files/[0-9a-f-]{36}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\]\(/files/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
