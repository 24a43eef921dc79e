namespace Fengtai.Platform.Languages;

internal static class Tables
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Tables).Assembly.GetManifestResourceStream($"{typeof(Tables).FullName}.{name}")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
