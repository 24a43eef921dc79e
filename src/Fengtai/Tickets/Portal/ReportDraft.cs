using Fengtai.Catalog;
using Fengtai.Platform.Files;

namespace Fengtai.Tickets.Portal;

/// <summary>A report as far as it is filled in. It travels in the forms of the steps themselves, so nothing is kept of what is given up.</summary>
public sealed record ReportDraft
{
    /// <summary>Becomes the ticket's id: the same report sent twice opens one ticket.</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    /// <summary>A category's code; null where nobody has chosen.</summary>
    public string? Category { get; init; }

    public string? Subject { get; init; }

    public string? Description { get; init; }

    public string? Impact { get; init; }

    public string? Urgency { get; init; }

    public string? Contact { get; init; }

    public string? Place { get; init; }

    /// <summary>By the keys of the category's form.</summary>
    public IReadOnlyDictionary<string, string[]> Answers { get; init; } = new Dictionary<string, string[]>();

    /// <summary>What came with the report itself, stored already.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>What answers questions, stored already; their ids are among the answers.</summary>
    public IReadOnlyDictionary<Guid, StoredFile> AnswerFiles { get; init; } = new Dictionary<Guid, StoredFile>();

    /// <summary>The first words, from the search box.</summary>
    public static ReportDraft Said(string? words, string? category) => words is not { Length: > 0 }
        ? new() { Category = category }
        : new() { Category = category, Subject = words.Length <= LongestSaidSubject ? words : null, Description = words };

    private const int LongestSaidSubject = 40;

    /// <summary>The person's own place answers a question for the place that nobody has answered yet.</summary>
    internal ReportDraft Placed(FormDefinition form) => form.Fields.FirstOrDefault(f => f.Kind == FieldKind.Place) is { } field && Place is not null && !Answers.ContainsKey(field.Key)
        ? this with { Answers = new Dictionary<string, string[]>(Answers) { [field.Key] = [Place] } }
        : this;

    /// <summary>Where it is: the answer to the form's question for it, or else what was written beside.</summary>
    internal string? PlaceIn(FormDefinition form) =>
        form.Fields.Where(f => f.Kind == FieldKind.Place).SelectMany(f => Answers.GetValueOrDefault(f.Key, [])).Where(p => p.Length > 0).Select(p => p.Length > TicketLimits.Place ? p[..TicketLimits.Place] : p).FirstOrDefault() ?? Place;

    internal IEnumerable<KeptFile> KeptFor(FormDefinition form) =>
        from field in form.Fields
        where field.Kind == FieldKind.Files
        from id in Answers.GetValueOrDefault(field.Key, [])
        where Guid.TryParse(id, out var known) && AnswerFiles.ContainsKey(known)
        select new KeptFile(field.Key, Guid.Parse(id), AnswerFiles[Guid.Parse(id)].Name);
}
