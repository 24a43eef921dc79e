using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Portal;

/// <summary>Reads a step's form: what was typed, and the files, which are stored at once so that no later step loses them.</summary>
internal sealed class ReportReading(FileStore store)
{
    private const string KeptInput = "attachments";

    /// <returns>The draft, and what is wrong with single files; the others are kept.</returns>
    public async Task<(ReportDraft Draft, IReadOnlyList<Refusal> Refusals)> ReadAsync(IFormCollection form, Actor actor, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        var kept = await OwnAsync(form[KeptInput], actor, cancellation);
        var answers = PostedAnswers.From(form).ToDictionary();
        var fresh = new List<StoredFile>();
        foreach (var file in form.Files.Take(FileLimits.MostFilesAtOnce * 2))
        {
            var saved = await store.SaveAllAsync([file], actor, cancellation);
            refusals.AddRange(saved.Refusals);
            foreach (var stored in saved.IsRefused ? [] : saved.Value)
            {
                if (file.Name.StartsWith(FormAnswers.FieldPrefix, StringComparison.Ordinal))
                {
                    var key = file.Name[FormAnswers.FieldPrefix.Length..];
                    answers[key] = [.. answers.GetValueOrDefault(key, []), stored.Id.ToString()];
                }
                else
                {
                    fresh.Add(stored);
                }
            }
        }
        StoredFile[] all = [.. kept, .. fresh];
        if (all.Length > FileLimits.MostFilesAtOnce)
        {
            refusals.Add(new TooManyFiles(FileLimits.MostFilesAtOnce));
        }
        return (new()
        {
            Key = Guid.TryParse(form["key"], out var report) ? report : Guid.CreateVersion7(),
            Category = Text("category"),
            Subject = Text("subject"),
            Description = Text("description"),
            Impact = Text("impact"),
            Urgency = Text("urgency"),
            Contact = Text("contact"),
            Place = Text("place"),
            Answers = answers,
            Files = [.. all.Take(FileLimits.MostFilesAtOnce)],
            AnswerFiles = (await OwnAsync(answers.Values.SelectMany(v => v), actor, cancellation)).ToDictionary(f => f.Id),
        }, refusals);

        string? Text(string name) => form[name].ToString() is { Length: > 0 } text ? text : null;
    }

    private async Task<IReadOnlyList<StoredFile>> OwnAsync(IEnumerable<string?> ids, Actor actor, CancellationToken cancellation)
    {
        var known = ids.Select(i => Guid.TryParse(i, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct().Take(FileLimits.MostFilesAtOnce * 2).ToList();
        return known.Count == 0 ? [] : [.. (await store.FindAsync(known, cancellation)).Where(f => f.CreatedBy == actor.PersonId).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id)];
    }
}
