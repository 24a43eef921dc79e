using System.Globalization;
using Fengtai.Audit.Admin;
using Fengtai.Audit.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Audit;

/// <summary>Tells rows of the logs in the reader's words; each practice names what is its own.</summary>
internal sealed class AuditWords(IEnumerable<AuditedKind> kinds, Times times, IStringLocalizer texts)
{
    private readonly Dictionary<string, AuditedKind> _kinds = kinds.ToDictionary(k => k.SubjectKind, StringComparer.Ordinal);

    /// <summary>All kinds of events that somebody may look for.</summary>
    public IReadOnlyList<AuditKind> Kinds => [.. _kinds.Values.SelectMany(k => k.EventKinds.Select(e => new AuditKind(k.SubjectKind, SubjectWord(k.SubjectKind), e, EventWord(k.SubjectKind, e))))];

    public async Task<IReadOnlyList<AuditLine>> TellAsync(IReadOnlyList<LoggedEvent> events, Actor reader, CancellationToken cancellation)
    {
        var told = events.Select(e => (Event: e, Details: MayRead(e, reader) ? EventDetails.Of(e.Data, e.Kind) : null)).ToList();
        var ids = told.SelectMany(t => (t.Details ?? []).SelectMany(d => (d.From ?? []).Concat(d.To)).Select(AsId).Append(t.Event.Actor).Append(t.Event.SubjectId)).OfType<Guid>();
        var names = await NamesAsync(ids, reader, cancellation);
        return [.. told.Select(t => new AuditLine(
            t.Event.Id,
            t.Event.At,
            t.Event.Actor is { } actor ? names.GetValueOrDefault(actor) ?? Unknown(actor) : null,
            SubjectWord(t.Event.SubjectKind),
            names.GetValueOrDefault(t.Event.SubjectId),
            EventWord(t.Event.SubjectKind, t.Event.Kind),
            t.Details is null ? null : [.. t.Details.Select(d => Told(t.Event, d, names)).OfType<AuditDetail>()]))];
    }

    /// <param name="mostNames">Of those whose data were seen in one look.</param>
    public async Task<IReadOnlyList<LookLine>> TellAsync(IReadOnlyList<LoggedLook> looks, int mostNames, Actor reader, CancellationToken cancellation)
    {
        var names = await NamesAsync(looks.SelectMany(l => l.People.Take(mostNames).Append(l.Viewer)), reader, cancellation);
        return [.. looks.Select(l => new LookLine(
            l.Id,
            l.At,
            names.GetValueOrDefault(l.Viewer) ?? Unknown(l.Viewer),
            texts[$"platform.look.{l.Kind}"],
            [.. l.People.Take(mostNames).Select(p => names.GetValueOrDefault(p) ?? Unknown(p))],
            Math.Max(0, l.People.Count - mostNames),
            l.Page,
            l.Words))];
    }

    public async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IEnumerable<Guid> ids, Actor reader, CancellationToken cancellation)
    {
        var wanted = ids.ToHashSet();
        var names = new Dictionary<Guid, AuditedName>();
        foreach (var kind in _kinds.Values)
        {
            foreach (var (id, name) in await kind.NamesAsync(wanted, reader, cancellation))
            {
                names[id] = name;
            }
        }
        return names;
    }

    /// <summary>Several in one line.</summary>
    public string Listed(IEnumerable<string> words) => words.DefaultIfEmpty("").Aggregate((all, one) => texts["ui.list", all, one]);

    private string SubjectWord(string subjectKind) => Word($"audit.subject.{subjectKind}", subjectKind);

    private string EventWord(string subjectKind, string kind) => _kinds.TryGetValue(subjectKind, out var known) ? Word(known.EventKey(kind), kind) : kind;

    private bool MayRead(LoggedEvent happened, Actor reader) => !_kinds.TryGetValue(happened.SubjectKind, out var kind) || kind.MayRead(reader);

    /// <summary>Null where it is nothing to be told.</summary>
    private AuditDetail? Told(LoggedEvent happened, EventDetail detail, IReadOnlyDictionary<Guid, AuditedName> names)
    {
        var kind = _kinds.GetValueOrDefault(happened.SubjectKind);
        if (kind is null || kind.LabelKey(happened.Kind, detail.Name) is not { } label)
        {
            return null;
        }
        return new(Word(label, detail.Name), detail.From is null ? null : All(detail.From), All(detail.To));

        string All(IReadOnlyList<string> values) => Listed(values.Select(v => Said(kind, happened.Kind, detail.Name, v, names)));
    }

    private string Said(AuditedKind? kind, string eventKind, string member, string value, IReadOnlyDictionary<Guid, AuditedName> names) => value switch
    {
        "true" => texts["audit.yes"],
        "false" => texts["audit.no"],
        _ when AsId(value) is { } id => names.TryGetValue(id, out var name) ? name.Name : value[..8],
        _ when AsTime(value) is { } at => times.Full(at),
        _ when kind?.WordKey(eventKind, member, value) is { } key => Word(key, value),
        _ => value,
    };

    // what a practice has no word for is shown as it is stored
    private string Word(string key, string otherwise) => texts[key] is { ResourceNotFound: false, Value: var word } ? word : otherwise;

    private AuditedName Unknown(Guid id) => new(texts["audit.unknown", id.ToString()[..8]], null);

    private static Guid? AsId(string value) => value.Length == 36 && Guid.TryParseExact(value, "D", out var id) ? id : null;

    private static DateTimeOffset? AsTime(string value) =>
        value.Length is >= 20 and <= 35 && value[10] == 'T' && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
