using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Desk;

/// <summary>The files of the form: new ones are taken in, those of an earlier try come as their ids.</summary>
internal sealed class NewTicketFiles(FileStore store)
{
    private const string Attachments = "attachments";

    /// <summary>Only one's own files; those of a question name its key, the others none.</summary>
    public async Task<(IReadOnlyList<KeptFile> Kept, IReadOnlyList<Refusal> Refusals)> TakeAsync(IFormCollection form, Actor actor, CancellationToken cancellation)
    {
        var kept = await EarlierAsync(form, actor, cancellation);
        foreach (var input in form.Files.Where(f => f.Name == Attachments || f.Name.StartsWith(FormAnswers.FieldPrefix, StringComparison.Ordinal)).GroupBy(f => f.Name))
        {
            var saved = await store.SaveAllAsync(input, actor, cancellation);
            if (saved.IsRefused)
            {
                return (kept, saved.Refusals);
            }
            kept.AddRange(saved.Value.Select(f => new KeptFile(KeyOf(input.Key), f.Id, f.Name)));
        }
        return kept.Count > FileLimits.MostFilesAtOnce ? (kept, [new TooManyFiles(FileLimits.MostFilesAtOnce)]) : (kept, []);
    }

    /// <summary>The answers with the ids of their files; ids that were not taken are left out.</summary>
    public static IReadOnlyDictionary<string, string[]> AnswersWith(IReadOnlyDictionary<string, string[]> answers, IReadOnlyList<KeptFile> kept)
    {
        var all = answers.ToDictionary();
        foreach (var files in kept.Where(f => f.Key.Length > 0).GroupBy(f => f.Key))
        {
            all[files.Key] = [.. files.Select(f => f.Id.ToString())];
        }
        return all;
    }

    private async Task<List<KeptFile>> EarlierAsync(IFormCollection form, Actor actor, CancellationToken cancellation)
    {
        var named = form
            .Where(f => f.Key == Attachments || f.Key.StartsWith(FormAnswers.FieldPrefix, StringComparison.Ordinal))
            .SelectMany(f => f.Value.Select(v => (Key: KeyOf(f.Key), Id: Guid.TryParse(v, out var id) ? id : Guid.Empty)))
            .Where(f => f.Id != Guid.Empty)
            .DistinctBy(f => f.Id)
            .Take(FileLimits.MostFilesAtOnce)
            .ToList();
        var own = named.Count == 0 ? [] : (await store.FindAsync([.. named.Select(f => f.Id)], cancellation)).Where(f => f.CreatedBy == actor.PersonId).ToDictionary(f => f.Id);
        return [.. named.Where(f => own.ContainsKey(f.Id)).Select(f => new KeptFile(f.Key, f.Id, own[f.Id].Name))];
    }

    private static string KeyOf(string input) => input == Attachments ? "" : input[FormAnswers.FieldPrefix.Length..];
}
