using Fengtai.Catalog.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog;

/// <summary>Changes what a category asks, one question at a time.</summary>
internal sealed class ChangeForm(Work work, Categories categories)
{
    /// <summary>Gives the category a form of its own, at first a copy of the one from above.</summary>
    public async Task<Result<Done>> StartAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        if (await work.CategoryAsync(id, cancellation) is not { } category)
        {
            return new NotFound();
        }
        if (category.Form is not null)
        {
            return default(Done);
        }
        category.Form = tree.FormOf(category);
        work.Record(CategoryEvent.Of(id), new FormStarted(category.Form), actor);
        return await work.SaveAsync(cancellation);
    }

    /// <summary>Lets the category use the form from above again. The event keeps what its own was.</summary>
    public Task<Result<Done>> DropAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, actor, form => (Result<FormDefinition?>)(FormDefinition?)null, (from, _) => new FormDropped(from), cancellation);

    public Task<Result<Done>> AddAsync(Guid id, FormField field, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, actor, form => Whole(FormRules.Add(form, field)), (_, _) => new FieldAdded(field), cancellation);

    /// <param name="basedOn">Fingerprint of the question that was changed; another one is refused as stale.</param>
    public Task<Result<Done>> EditAsync(Guid id, FormField field, string? basedOn, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, actor, form => IsAsBefore(form, field.Key, basedOn) ? Whole(FormRules.Replace(form, field)) : new ChangedMeanwhile(), (from, _) => new FieldEdited(from.Find(field.Key)!, field), cancellation);

    public Task<Result<Done>> RemoveAsync(Guid id, string key, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, actor, form => Whole(FormRules.Remove(form, key)), (from, _) => new FieldRemoved(from.Find(key)!, FormRules.IndexOf(from, key)), cancellation);

    /// <summary>Puts back what was taken away last: a question in its place, or the whole form.</summary>
    public async Task<Result<Done>> RestoreAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await work.CategoryAsync(id, cancellation) is not { } category)
        {
            return new NotFound();
        }
        if (await LostPart.LastAsync(work.Db, id, cancellation) is not { } lost)
        {
            return new NothingToRestore();
        }
        var restored = lost.PutBack(category.Form);
        if (restored.IsRefused)
        {
            return Result<Done>.Refused(restored.Refusals);
        }
        category.Form = restored.Value;
        work.Record(CategoryEvent.Of(id), lost.Restored, actor);
        return await work.SaveAsync(cancellation);
    }

    /// <param name="places">Down where positive; as far as it goes.</param>
    public Task<Result<Done>> OrderAsync(Guid id, string key, int places, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(
            id,
            actor,
            form => Whole(FormRules.Move(form, key, places)),
            (from, to) => new FieldOrdered(key, FormRules.IndexOf(from, key), FormRules.IndexOf(to!, key)),
            cancellation);

    private async Task<Result<Done>> ChangeAsync(
        Guid id,
        Actor actor,
        Func<FormDefinition, Result<FormDefinition?>> change,
        Func<FormDefinition, FormDefinition?, CategoryEvent> happened,
        CancellationToken cancellation)
    {
        if (await work.CategoryAsync(id, cancellation) is not { } category)
        {
            return new NotFound();
        }
        if (category.Form is not { } form)
        {
            return new CategoryHasNoOwnForm();
        }
        var changed = change(form);
        if (changed.IsRefused)
        {
            return Result<Done>.Refused(changed.Refusals);
        }
        category.Form = changed.Value;
        work.Record(CategoryEvent.Of(id), happened(form, changed.Value), actor);
        return await work.SaveAsync(cancellation);
    }

    // one that is gone is said to be, by the rules
    private static bool IsAsBefore(FormDefinition form, string key, string? basedOn) => form.Find(key) is not { } field || Fingerprint.Of(field) == basedOn;

    private static Result<FormDefinition?> Whole(Result<FormDefinition> form) => form.Map(f => (FormDefinition?)f);
}
