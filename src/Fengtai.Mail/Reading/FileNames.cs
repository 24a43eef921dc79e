namespace Fengtai.Mail.Reading;

/// <summary>Names of files: a name alone (RFC 2183, 2.3: folders are not to be trusted), without control characters, of a length that file systems take.</summary>
internal static class FileNames
{
    private const int Most = 200;

    public static string? Of(string? name)
    {
        if (name is null)
        {
            return null;
        }
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && c is not ('\u202E' or '\u202D'))).Trim();
        return name.Length switch
        {
            0 => null,
            <= Most => name,
            _ => Shortened(name),
        };
    }

    private static string Shortened(string name)
    {
        var extension = Path.GetExtension(name) is { Length: <= 10 } kept ? kept : "";
        var length = Most - extension.Length;
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + extension;
    }
}
