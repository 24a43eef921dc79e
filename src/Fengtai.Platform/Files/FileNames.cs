using System.Text;
using Fengtai.Platform.Languages;

namespace Fengtai.Platform.Files;

/// <summary>Names of files as others give them, made harmless on every system. They are only shown and offered for saving, never used as paths.</summary>
public static class FileNames
{
    private const string Unnamed = "file";
    private const int LongestExtension = 16;

    public static string Clean(string? given)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var line = PlainText.Line("name", last, int.MaxValue).Value;
        var name = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            name.Append(c is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '_' : c);
        }
        var harmless = name.ToString().Trim(' ', '.');
        return harmless.Length == 0 ? Unnamed : Shorten(harmless);
    }

    private static string Shorten(string name)
    {
        var runes = name.EnumerateRunes().ToArray();
        if (runes.Length <= FileLimits.LongestName)
        {
            return name;
        }
        var extension = Path.GetExtension(name);
        var kept = extension.Length is > 1 and <= LongestExtension && !extension.Any(char.IsSurrogate) ? extension : "";
        return string.Concat(runes.Take(FileLimits.LongestName - kept.Length)).TrimEnd() + kept;
    }
}
