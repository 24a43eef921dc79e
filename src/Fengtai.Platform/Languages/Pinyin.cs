using System.Collections.Frozen;
using System.Text;

namespace Fengtai.Platform.Languages;

/// <summary>
/// How Chinese names are typed in Latin letters, so that 王晓雨 is found by <c>wxy</c>, <c>wangxy</c>, <c>wangxiaoyu</c> or <c>xiaoyu</c>.
/// Without tones, <c>ü</c> as <c>v</c>. The readings are those of pinyin-pro (see NOTICE).
/// </summary>
public static class Pinyin
{
    private const int MostForms = 8;
    private const int LongestName = 32;
    private static readonly Lazy<FrozenDictionary<char, string[]>> Readings = new(LoadReadings);
    private static readonly Lazy<FrozenDictionary<string, string[]>> Surnames = new(LoadSurnames);

    /// <summary>
    /// What may be typed for a name, separated by spaces and meant to be searched for a part: for each likely reading in full, with the surname
    /// in full and initials, and initials alone. The likeliest reading comes first. Latin letters and digits stand for themselves.
    /// Empty where the name has nothing that can be typed.
    /// </summary>
    public static string SearchForms(string name)
    {
        var parts = Parts(name);
        if (parts.Count == 0)
        {
            return "";
        }
        var forms = new List<string>();
        foreach (var reading in Combine(parts))
        {
            var initials = string.Concat(reading.Select(r => r[0]));
            Add(string.Concat(reading));
            Add(reading[0] + initials[1..]);
            Add(initials);
        }
        return string.Join(' ', forms);

        void Add(string form)
        {
            if (!forms.Contains(form))
            {
                forms.Add(form);
            }
        }
    }

    /// <summary>What was typed in the spelling of <see cref="SearchForms"/>; null where it holds anything but Latin letters, digits, spaces and apostrophes.</summary>
    public static string? Typed(string? text)
    {
        var letters = new StringBuilder();
        foreach (var c in (text ?? "").ToLowerInvariant())
        {
            switch (c)
            {
                case (>= 'a' and <= 'z') or (>= '0' and <= '9'):
                    letters.Append(c);
                    break;
                case 'ü':
                    letters.Append('v');
                    break;
                case ' ' or '\'' or '’' or '-' or '·':
                    break;
                default:
                    return null;
            }
        }
        return letters.Length == 0 ? null : letters.ToString();
    }

    // one entry per Chinese character or Latin word: the ways to read it, likeliest first
    private static List<string[]> Parts(string name)
    {
        var parts = new List<string[]>();
        var word = new StringBuilder();
        var text = name.Length > LongestName ? name[..LongestName] : name;
        var atStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
                continue;
            }
            EndWord();
            if (!Readings.Value.TryGetValue(c, out var readings))
            {
                continue;
            }
            if (atStart && Surname(text.AsSpan(i)) is var (length, surname))
            {
                parts.AddRange(length == 1 ? [[.. surname.Union(readings)]] : surname.Select(r => (string[])[r]));
                i += length - 1;
            }
            else
            {
                parts.Add(readings);
            }
            atStart = false;
        }
        EndWord();
        return parts;

        void EndWord()
        {
            if (word.Length > 0)
            {
                parts.Add([word.ToString()]);
                word.Clear();
            }
        }
    }

    private static (int Length, string[] Readings)? Surname(ReadOnlySpan<char> name)
    {
        var surnames = Surnames.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(2, name.Length); length > 0; length--)
        {
            if (surnames.TryGetValue(name[..length], out var readings))
            {
                return (length, readings);
            }
        }
        return null;
    }

    private static List<string[]> Combine(List<string[]> parts)
    {
        var all = new List<string[]> { Array.Empty<string>() };
        foreach (var readings in parts)
        {
            // the likeliest readings of all that came before are kept before a rarer one of this part is tried
            all = [.. readings.SelectMany(r => all, (r, before) => (string[])[.. before, r]).Take(MostForms)];
        }
        return all;
    }

    private static FrozenDictionary<char, string[]> LoadReadings()
    {
        var readings = new Dictionary<char, string[]>();
        var rarer = new List<(char Character, string Reading)>();
        foreach (var line in Tables.Lines("pinyin.txt"))
        {
            var (space, bar) = (line.IndexOf(' ', StringComparison.Ordinal), line.IndexOf('|', StringComparison.Ordinal));
            var reading = string.Intern(line[..space]);
            foreach (var c in line.AsSpan(space + 1, bar - space - 1))
            {
                readings[c] = [reading];
            }
            foreach (var c in line.AsSpan(bar + 1))
            {
                rarer.Add((c, reading));
            }
        }
        foreach (var (c, reading) in rarer)
        {
            readings[c] = [.. readings[c], reading];
        }
        return readings.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string[]> LoadSurnames() =>
        Tables.Lines("surnames.txt")
            .Select(line => line.Split(' '))
            .ToFrozenDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
}
