namespace Fengtai.Mail.Reading;

/// <summary>Message ids (RFC 5322, 3.6.4): what stands in angle brackets; without any, the words themselves.</summary>
internal static class MessageIds
{
    private const int Most = 1000;

    public static List<string> Read(string literal)
    {
        var ids = new List<string>();
        var rest = literal.AsSpan();
        while (ids.Count < Most && rest.IndexOf('<') is >= 0 and var start)
        {
            rest = rest[(start + 1)..];
            var end = rest.IndexOf('>');
            var id = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!id.IsEmpty)
            {
                ids.Add(id.ToString());
            }
        }
        return ids.Count > 0 || literal.Contains('<', StringComparison.Ordinal) ? ids : [.. literal.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).Take(Most)];
    }
}
