namespace Fengtai.Mail.Reading;

/// <summary>What all parts of one message share: limits, defects, and the character set that raw characters are first tried in.</summary>
internal sealed class ReadingContext(MailLimits limits)
{
    private readonly List<MailDefect> _defects = [];
    private readonly HashSet<MailDefect> _known = [];

    public MailLimits Limits => limits;

    public IReadOnlyList<MailDefect> Defects => _defects;

    public int Parts { get; set; }

    /// <summary>How often a wrong boundary is still searched for: each search goes through the part again.</summary>
    public int BoundarySearches { get; set; } = 3;

    /// <summary>Bytes of encoded messages within messages that are still decoded and read.</summary>
    public long Decodable { get; set; } = limits.Bytes;

    /// <summary>The first character set that a part names.</summary>
    public string? Charset { get; set; }

    public void Note(MailDefectKind kind, string where)
    {
        if (_defects.Count < limits.Defects && new MailDefect(kind, where) is var defect && _known.Add(defect))
        {
            _defects.Add(defect);
        }
    }
}
