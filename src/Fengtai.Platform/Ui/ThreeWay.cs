namespace Fengtai.Platform.Ui;

/// <summary>A form that comes back to what somebody else changed meanwhile: what was typed, what was shown, and what is stored now.</summary>
public static class ThreeWay
{
    /// <summary>What the form shows then: what its reader typed, and where they typed nothing new, what is stored now.</summary>
    public static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> typed) =>
        stored.ToDictionary(s => s.Key, s => Value(typed, s.Key) == Value(shown, s.Key) ? s.Value : Value(typed, s.Key));

    /// <summary>What others changed; with what was typed, where the reader changed the same.</summary>
    public static IReadOnlyList<MergedChange> Changes(IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> typed) =>
    [
        .. from s in stored
           let was = Value(shown, s.Key)
           let mine = Value(typed, s.Key)
           where was != s.Value
           select new MergedChange(s.Key, was, s.Value, mine == was || mine == s.Value ? null : mine),
    ];

    private static string Value(IReadOnlyDictionary<string, string> values, string name) => values.GetValueOrDefault(name, "");
}

/// <param name="Typed">null where the reader changed nothing here.</param>
public sealed record MergedChange(string Name, string Was, string Now, string? Typed);

/// <summary>Such a change as its reader is told of it.</summary>
/// <param name="Typed">What the reader typed instead; null where they left it alone.</param>
public sealed record Difference(string Label, string Was, string Now, string? Typed);
