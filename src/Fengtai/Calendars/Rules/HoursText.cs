using System.Text.RegularExpressions;
using Fengtai.Platform.Refusals;

namespace Fengtai.Calendars.Rules;

/// <summary>The hours of a day as people write them in one line: <c>08:30-12:00, 13:30-17:30</c>. Nothing is a day off.</summary>
internal static partial class HoursText
{
    public const int Longest = 400;

    public static string Write(IReadOnlyList<OpenHours> hours) => string.Join(", ", hours.Select(h => h.ToString()));

    public static Result<IReadOnlyList<OpenHours>> Read(string place, string? written)
    {
        var text = (written ?? "").Trim().Replace('：', ':');
        if (text.Length == 0)
        {
            return Array.Empty<OpenHours>();
        }
        if (text.Length > Longest || !Line.IsMatch(text))
        {
            return new HoursAreNotReadable(place, text.Length > 40 ? text[..40] : text);
        }
        var hours = new List<OpenHours>();
        foreach (Match match in One.Matches(text))
        {
            if (OpenHours.Read(match.Groups["from"].Value, match.Groups["to"].Value) is not { } read)
            {
                return new HoursAreNotReadable(place, match.Value);
            }
            hours.Add(read);
        }
        return hours;
    }

    private const string Pair = @"(?<from>[0-9]{1,2}:[0-9]{2})\s*(-|–|—|~|～|至|到)\s*(?<to>[0-9]{1,2}:[0-9]{2})";

    [GeneratedRegex(Pair, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex One { get; }

    [GeneratedRegex($@"^{Pair}([\s,，;；、]+{Pair})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line { get; }
}
