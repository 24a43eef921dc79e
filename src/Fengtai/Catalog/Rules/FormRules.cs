using System.Text.RegularExpressions;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog.Rules;

/// <summary>What makes a form one that can be asked. Edits give a whole new form, which is then held against these rules.</summary>
internal static partial class FormRules
{
    /// <summary>Nobody answers more than that.</summary>
    public const int FieldLimit = 60;

    public const int OptionLimit = 50;

    public static bool HasOptions(this FieldKind kind) => kind switch
    {
        FieldKind.Choice or FieldKind.Several => true,
        FieldKind.Text or FieldKind.LongText or FieldKind.Number or FieldKind.DateTime or FieldKind.Place or FieldKind.Device or FieldKind.Files => false,
    };

    public static Result<FormDefinition> Add(FormDefinition form, FormField field) => Insert(form, field, form.Fields.Count);

    /// <param name="at">Its place, from 0; at the end where the form is shorter.</param>
    public static Result<FormDefinition> Insert(FormDefinition form, FormField field, int at) =>
        Checked(form with { Fields = [.. form.Fields.Take(at), field, .. form.Fields.Skip(at)] });

    public static Result<FormDefinition> Replace(FormDefinition form, FormField field) =>
        form.Find(field.Key) is null
            ? new NotFound()
            : Checked(form with { Fields = [.. form.Fields.Select(f => f.Key == field.Key ? field : f)] });

    public static Result<FormDefinition> Remove(FormDefinition form, string key) =>
        form.Find(key) is null
            ? new NotFound()
            : Checked(form with { Fields = [.. form.Fields.Where(f => f.Key != key)] });

    /// <summary>Up or down by so many places; as far as it goes.</summary>
    public static Result<FormDefinition> Move(FormDefinition form, string key, int places)
    {
        if (form.Find(key) is not { } field)
        {
            return new NotFound();
        }
        var others = form.Fields.Where(f => f.Key != key).ToList();
        others.Insert(Math.Clamp(IndexOf(form, key) + places, 0, others.Count), field);
        return Checked(form with { Fields = others });
    }

    public static int IndexOf(FormDefinition form, string key) => form.Fields.TakeWhile(f => f.Key != key).Count();

    /// <summary>The questions that a field at this place may depend on.</summary>
    public static IEnumerable<FormField> Before(FormDefinition form, string? key) => form.Fields.TakeWhile(f => f.Key != key).Where(f => f.Kind.HasOptions());

    public static bool IsKey(string key) => Key.IsMatch(key);

    private static Result<FormDefinition> Checked(FormDefinition form)
    {
        var refusals = Wrong(form).ToList();
        return refusals.Count == 0 ? form : Result<FormDefinition>.Refused(refusals);
    }

    private static IEnumerable<Refusal> Wrong(FormDefinition form)
    {
        if (form.Fields.Count > FieldLimit)
        {
            yield return new FormIsFull(FieldLimit);
        }
        var before = new Dictionary<string, FormField>();
        foreach (var field in form.Fields)
        {
            foreach (var refusal in Wrong(field, before))
            {
                yield return refusal;
            }
            if (!before.TryAdd(field.Key, field))
            {
                yield return new FieldKeyIsTaken(field.Key);
            }
        }
    }

    private static IEnumerable<Refusal> Wrong(FormField field, Dictionary<string, FormField> before)
    {
        if (!IsKey(field.Key))
        {
            yield return new FieldKeyIsNotUsable(field.Key);
        }
        switch (field.Kind.HasOptions(), field.Options.Count)
        {
            case (true, 0):
                yield return new ChoiceNeedsOptions();
                break;
            case (true, > OptionLimit):
                yield return new OptionsAreTooMany(OptionLimit);
                break;
            default:
                break;
        }
        foreach (var twice in field.Options.GroupBy(o => o.Value).Where(g => g.Count() > 1))
        {
            yield return new OptionIsTaken(twice.Key);
        }
        if (field.When is { } when && !(before.TryGetValue(when.Field, out var other) && when.Values.Count > 0 && when.Values.All(v => other.Options.Any(o => o.Value == v))))
        {
            yield return new ConditionNeedsAnEarlierChoice(field.Question);
        }
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,39}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key { get; }
}
