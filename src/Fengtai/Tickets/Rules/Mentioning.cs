using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Somebody of the staff who can be named with <c>@</c>.</summary>
internal sealed record Mentionable(Guid Id, string Login, string Name);

/// <summary>Who is meant by the names in a note. What is nobody's name is a word like any other.</summary>
internal static class Mentioning
{
    /// <summary>So many are called by one note.</summary>
    public const int Most = 20;

    /// <summary>So many places are looked at: a pasted log is no list of people.</summary>
    private const int MostRead = 200;

    /// <param name="texts">What follows each <c>@</c>.</param>
    /// <param name="readers">Those who read the ticket as staff.</param>
    /// <param name="begins">Whether a text begins with a name.</param>
    public static Result<IReadOnlyList<(string Said, Guid Person)>> Read(IEnumerable<string> texts, IReadOnlyList<Mentionable> staff, IReadOnlySet<Guid> readers, Func<string, string, bool> begins)
    {
        var found = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts.Distinct(StringComparer.Ordinal).Take(MostRead))
        {
            var (said, meant) = Longest(text, staff, begins);
            switch (meant, meant.Where(m => readers.Contains(m.Id)).ToList())
            {
                case ([], _):
                    break;
                case ([var only], []):
                    return new MentionedMayNotRead(only.Name);
                case (_, []):
                    return new MentionedMayNotRead(said);
                case (_, [var one]):
                    found[said] = one.Id;
                    break;
                case (_, var several):
                    return new MentionIsAmbiguous(said, string.Join(", ", several.Select(s => s.Login)));
            }
        }
        return found.Count > Most ? new TooManyMentions(Most) : found.Select(f => (f.Key, f.Value)).ToArray();
    }

    /// <summary>Of several names that fit the longest one: 李雷 is not 李. Those who are called so.</summary>
    private static (string Said, IReadOnlyList<Mentionable> Meant) Longest(string text, IReadOnlyList<Mentionable> staff, Func<string, string, bool> begins)
    {
        var fitting = staff.SelectMany(s => new[] { (s.Login, s), (s.Name, s) }).Where(f => begins(text, f.Item1)).ToList();
        var longest = fitting.Select(f => f.Item1.Length).DefaultIfEmpty().Max();
        return (text[..longest], [.. fitting.Where(f => f.Item1.Length == longest).Select(f => f.s).Distinct()]);
    }
}
