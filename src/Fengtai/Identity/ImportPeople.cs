using Fengtai.Identity.Admin;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Identity;

/// <summary>
/// Takes people from a table. The preview says what each row would do and writes nothing; the import reads the same file again and
/// does all rows that can be done in one transaction, or none.
/// </summary>
internal sealed class ImportPeople(Work work, FileStore files, CreatePerson create, IStringLocalizer texts)
{
    public const long MostBytes = 5 * 1024 * 1024;
    public const int MostRows = 10_000;

    public async Task<Result<ImportReport>> PreviewAsync(IFormFile? upload, Actor actor, CancellationToken cancellation)
    {
        if (upload is not { Length: > 0 })
        {
            return upload is null ? new Missing("file") : new TableIsEmpty();
        }
        await using var content = upload.OpenReadStream();
        var file = await files.SaveAsync(content, upload.FileName, MostBytes, actor, cancellation);
        if (file.IsRefused)
        {
            return file.Refusal;
        }
        var plan = await PlanAsync(file.Value, cancellation);
        return plan.Map(p => Report(file.Value, isDone: false, p));
    }

    public async Task<Result<ImportReport>> RunAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if ((await files.FindAsync([id], cancellation)).SingleOrDefault() is not { } file || !actor.Is(file.CreatedBy))
        {
            return new NotFound();
        }
        var plan = await PlanAsync(file, cancellation);
        if (plan.IsRefused)
        {
            return Result<ImportReport>.Refused(plan.Refusals);
        }
        var changed = plan.Value.Rows.Where(r => r.Fate == RowFate.Changed).ToDictionary(r => r.Person!.Value);
        var ids = changed.Keys.ToArray();
        foreach (var person in await work.Db.Set<Person>().Where(p => ids.Contains(p.Id)).ToListAsync(cancellation))
        {
            Change(person, changed[person.Id], actor);
        }
        var created = new Dictionary<int, Guid>();
        foreach (var row in plan.Value.Rows.Where(r => r.Fate == RowFate.New))
        {
            var person = Person.Create(row.Login, row.Details!, row.Roles!, work.Now);
            create.Add(person, null, false, "import", actor);
            created[row.Line] = person.Id;
        }
        var saved = await work.SaveAsync(cancellation);
        return saved.Map(_ => Report(file, isDone: true, plan.Value with { Rows = [.. plan.Value.Rows.Select(r => created.TryGetValue(r.Line, out var person) ? r with { Person = person } : r)] }));
    }

    private async Task<Result<ReadPlan>> PlanAsync(StoredFile file, CancellationToken cancellation)
    {
        await using var content = files.Open(file);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        var text = CsvText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        var rows = text.IsRefused ? text.Refusal : CsvText.Read(text.Value, MostRows);
        if (rows.IsRefused)
        {
            return rows.Refusal;
        }
        var table = PeopleTable.Read(rows.Value[0].Cells);
        if (table.IsRefused)
        {
            return table.Refusal;
        }
        var people = rows.Value.Skip(1).ToList();
        if (people.Count == 0)
        {
            return new TableIsEmpty();
        }
        var present = await PresentAsync(table.Value, people, cancellation);
        return new ReadPlan(ImportPlan.Make(table.Value, people, present, RoleWords()), table.Value.Unknown);
    }

    private async Task<PresentPeople> PresentAsync(PeopleTable table, List<TableRow> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(r => table.Filled(r, "staffNumber")).OfType<string>().ToArray();
        var logins = rows.Select(r => table.Filled(r, "login")?.ToLowerInvariant()).OfType<string>().Concat(numbers.Select(n => n.ToLowerInvariant())).ToArray();
        var people = await work.Db.Set<Person>().AsNoTracking().Where(p => logins.Contains(p.Login) || numbers.Contains(p.StaffNumber)).ToListAsync(cancellation);
        return new(people.Select(p => new PresentPerson(p.Id, p.Login, p.Details, p.Roles)));
    }

    private void Change(Person person, PlannedRow row, Actor actor)
    {
        ChangePerson.Apply(work, person, row.Details!, actor);
        if (!person.Roles.SequenceEqual(row.Roles!))
        {
            var before = person.Roles;
            person.GiveRoles(row.Roles!);
            work.Record(PersonEvent.Of(person.Id), new RolesChanged(before, person.Roles), actor);
        }
    }

    /// <summary>Roles by their codes and by their names in both languages.</summary>
    private Dictionary<string, string> RoleWords()
    {
        var words = Roles.All.ToDictionary(r => r);
        foreach (var culture in GivenDetails.Cultures)
        {
            foreach (var role in Roles.All)
            {
                words.TryAdd(texts.In(culture, $"identity.role.{role}").ToLowerInvariant(), role);
            }
        }
        return words;
    }

    private ImportReport Report(StoredFile file, bool isDone, ReadPlan plan) => new(file.Id, file.Name, isDone, [.. plan.Rows.Select(Row)], plan.Unknown);

    private ImportedRow Row(PlannedRow row) => new(
        row.Line,
        row.Fate,
        row.Login,
        row.Name,
        row.Person,
        [.. row.Changes.Select(c => new HistoryChange(c.Key, c.Value.From, c.Value.To))],
        [.. Platform.Ui.FormErrors.From(row.Refusals, texts, "identity.field").All.Select(e => e.Message)]);

    private sealed record ReadPlan(IReadOnlyList<PlannedRow> Rows, IReadOnlyList<string> Unknown);
}
