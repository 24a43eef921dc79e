using System.Globalization;
using Fengtai.Platform.Search;

namespace Fengtai.Tickets.Rules;

/// <summary>Whether two texts seem to be about the same: how many pairs of characters (of words, in Latin script) they share.</summary>
internal sealed class Likeness
{
    /// <summary>From here on two are worth showing beside each other; found by trying subjects as people write them.</summary>
    public const double Enough = 0.34;

    private readonly HashSet<string> _parts;

    private Likeness(HashSet<string> parts) => _parts = parts;

    /// <summary>Nothing that could be compared.</summary>
    public bool IsEmpty => _parts.Count == 0;

    public static Likeness Of(string? text) => new([.. Parts(SearchText.Normalise(text ?? ""))]);

    /// <summary>0 nothing in common, 1 the shorter is in the longer.</summary>
    public double To(Likeness other) =>
        IsEmpty || other.IsEmpty ? 0 : (double)_parts.Count(other._parts.Contains) / Math.Min(_parts.Count, other._parts.Count);

    public bool IsLike(Likeness other) => _parts.Count(other._parts.Contains) >= Math.Min(2, Math.Min(_parts.Count, other._parts.Count)) && To(other) >= Enough;

    private static IEnumerable<string> Parts(string text)
    {
        foreach (var run in text.Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
        {
            var from = 0;
            while (from < run.Length)
            {
                var ideographic = IsIdeograph(run[from]);
                var to = from;
                while (to < run.Length && IsIdeograph(run[to]) == ideographic)
                {
                    to++;
                }
                foreach (var part in ideographic ? Pairs(run[from..to]) : [run[from..to]])
                {
                    yield return part;
                }
                from = to;
            }
        }
    }

    // single characters say too little
    private static IEnumerable<string> Pairs(string run) => Enumerable.Range(0, Math.Max(0, run.Length - 1)).Select(i => run.Substring(i, 2));

    private static bool IsIdeograph(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter or UnicodeCategory.Surrogate;
}
