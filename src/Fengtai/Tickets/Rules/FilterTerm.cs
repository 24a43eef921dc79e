using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>One condition as it is written: <c>status=new,waiting</c>, or <c>-assignee=me</c> for what is not so. Several values widen, several terms narrow.</summary>
internal sealed record FilterTerm(FilterField Field, bool IsNot, IReadOnlyList<string> Values)
{
    /// <summary>The most values of one term.</summary>
    public const int MostValues = 50;

    /// <summary>The longest value, in characters.</summary>
    public const int LongestValue = 200;

    private static readonly bool[] BothWays = [false, true];

    public string Name => NameOf(Field, IsNot);

    public bool Has(string value) => Values.Contains(value, StringComparer.Ordinal);

    /// <summary>As the parameters of an address. What people wrote (a department) may hold commas, so each of its values is a parameter of its own.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters =>
        IsWritten(Field) ? Values.Select(v => KeyValuePair.Create(Name, v)) : [new(Name, string.Join(',', Values))];

    public bool Equals(FilterTerm? other) => other is not null && Field == other.Field && IsNot == other.IsNot && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Field, IsNot, Values.Count);

    public static string NameOf(FilterField field, bool isNot) => (isNot ? "-" : "") + FilterFields.NameOf(field);

    /// <summary>The field that a parameter's name means, turned round or not; null where it is no filter.</summary>
    public static FilterField? FieldOf(string name) => FilterFields.Named(name.StartsWith('-') ? name[1..] : name);

    /// <summary>The terms among the parameters of an address, in the order of the fields; what is no filter is left alone.</summary>
    public static IReadOnlyList<FilterTerm> Read(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var given = parameters.ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
        return
        [
            .. from field in FilterFields.All
               from isNot in BothWays
               let values = ValuesOf(field, given[NameOf(field, isNot)])
               where values.Count > 0
               select new FilterTerm(field, isNot, values),
        ];
    }

    /// <summary>What is wrong with the term as far as it can be told from its words alone; whether a person, team or category exists is asked elsewhere.</summary>
    public IEnumerable<Refusal> Refusals() => Values.Count > MostValues
        ? [new TooManyValues(Name, MostValues)]
        : Values.Where(v => !IsKnown(v)).Select(v => new UnknownValue(Name, v));

    private bool IsKnown(string value) => value.Length <= LongestValue && (value == FilterFields.None && FilterFields.MayBeNone(Field) || FilterFields.KindOf(Field) switch
    {
        FilterKind.Moment => Values.Count == 1 && Period.IsKnown(value, mayBeMissed: Field == FilterField.Due),
        FilterKind.Flag => Values.Count == 1 && FilterFields.ChoicesOf(Field).Contains(value),
        FilterKind.Choice => FilterFields.ChoicesOf(Field).Contains(value),
        _ => value != FilterFields.None,
    });

    private static IReadOnlyList<string> ValuesOf(FilterField field, IEnumerable<string> given) => (FilterFields.KindOf(field), given.Select(v => v.Trim()).Where(v => v.Length > 0)) switch
    {
        (FilterKind.Words, var words) => [.. words.Take(1)],
        (FilterKind.Written, var values) => [.. values.Distinct(StringComparer.Ordinal)],
        (_, var lists) => [.. lists.SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(v => field != FilterField.Status || v != "all").Distinct(StringComparer.Ordinal)],
    };

    private static bool IsWritten(FilterField field) => FilterFields.KindOf(field) is FilterKind.Written or FilterKind.Words;
}

internal sealed record TooManyValues(string Name, int Most) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;

    public override object[] Arguments => [Name, Most];
}
