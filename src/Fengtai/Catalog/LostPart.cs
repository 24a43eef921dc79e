using System.Text.Json;
using Fengtai.Catalog.Rules;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>What was taken away from a form last, as its history has it.</summary>
internal abstract record LostPart
{
    public abstract CategoryEvent Restored { get; }

    public abstract Result<FormDefinition?> PutBack(FormDefinition? form);

    public static async Task<LostPart?> LastAsync(FengtaiDb db, Guid category, CancellationToken cancellation)
    {
        var last = await db.Set<EventRow>().AsNoTracking()
            .Where(e => e.SubjectId == category && (e.Kind == "fieldRemoved" || e.Kind == "formDropped"))
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellation);
        return last?.Kind switch
        {
            null => null,
            "fieldRemoved" => JsonSerializer.Deserialize<FieldRemoved>(last.Data, Json.Options) is { } removed ? new LostField(removed.Field, removed.At) : null,
            _ => JsonSerializer.Deserialize<FormDropped>(last.Data, Json.Options) is { } dropped ? new LostForm(dropped.Form) : null,
        };
    }

    private sealed record LostField(FormField Field, int At) : LostPart
    {
        public override CategoryEvent Restored => new FieldAdded(Field);

        public override Result<FormDefinition?> PutBack(FormDefinition? form) =>
            form is null || form.Find(Field.Key) is not null ? new NothingToRestore() : FormRules.Insert(form, Field, At).Map(f => (FormDefinition?)f);
    }

    private sealed record LostForm(FormDefinition Form) : LostPart
    {
        public override CategoryEvent Restored => new FormStarted(Form);

        public override Result<FormDefinition?> PutBack(FormDefinition? form) => form is null ? Form : new NothingToRestore();
    }
}
