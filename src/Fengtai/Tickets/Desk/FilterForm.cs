using Fengtai.Identity;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>
/// What the form of a filter sends, as the address that it means: <c>not</c> names the field that is turned round, <c>opened.from</c> and <c>opened.to</c>
/// are days typed instead of a period chosen, <c>assigneeName</c> is a name typed and <c>assigneePicked</c> the login chosen for it.
/// </summary>
internal sealed class FilterForm(People people)
{
    private const string Not = "not";

    /// <summary>The parameters of the address; null where none came from such a form.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>?> ReadAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellation)
    {
        var given = parameters.ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var formal = FilterFields.All.SelectMany(PartsOf).Append(Not).ToHashSet(StringComparer.Ordinal);
        if (!parameters.Any(p => formal.Contains(p.Key)))
        {
            return null;
        }
        var meant = parameters.Where(p => !formal.Contains(p.Key) && p.Value.Length > 0).ToList();
        foreach (var field in FilterFields.All)
        {
            var name = FilterFields.NameOf(field);
            if (Days(given, name) is { } days)
            {
                meant.RemoveAll(p => p.Key == name);
                meant.Add(new(name, days));
            }
            if (await NamedAsync(given, field, name, cancellation) is { } value)
            {
                meant.Add(new(name, value));
            }
        }
        var turned = given[Not].ToHashSet(StringComparer.Ordinal);
        return [.. meant.Select(p => turned.Contains(p.Key) && FilterFields.Named(p.Key) is not null ? KeyValuePair.Create("-" + p.Key, p.Value) : p)];
    }

    private static IEnumerable<string> PartsOf(FilterField field) => (FilterFields.NameOf(field), FilterFields.KindOf(field)) switch
    {
        (var name, FilterKind.Moment) => [$"{name}.from", $"{name}.to"],
        (var name, FilterKind.Person or FilterKind.Written) => [$"{name}Name", $"{name}Picked"],
        _ => [],
    };

    private static string? Days(ILookup<string, string> given, string name) => (Last(given, $"{name}.from"), Last(given, $"{name}.to")) switch
    {
        ("", "") => null,
        var (from, to) when from == to => from,
        var (from, to) => $"{from}..{to}",
    };

    /// <summary>A login that was chosen, or the one person whom a name means; a name that means nobody stays as it is and is refused by the filter.</summary>
    private async Task<string?> NamedAsync(ILookup<string, string> given, FilterField field, string name, CancellationToken cancellation)
    {
        var (typed, picked) = (Last(given, $"{name}Name"), Last(given, $"{name}Picked"));
        return typed.Length == 0 ? null
            : picked.Length > 0 || FilterFields.KindOf(field) != FilterKind.Person ? picked.Length > 0 ? picked : typed
            : await people.SearchAsync(typed, 2, cancellation) is [var one] ? one.Login : typed;
    }

    private static string Last(ILookup<string, string> given, string name) => given[name].LastOrDefault()?.Trim() ?? "";
}
