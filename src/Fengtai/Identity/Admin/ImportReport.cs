namespace Fengtai.Identity.Admin;

/// <summary>What an import would do or has done, row by row.</summary>
/// <param name="File">The uploaded file; it is read again when the import is run.</param>
/// <param name="UnknownHeadings">Columns that were left out.</param>
public sealed record ImportReport(Guid File, string FileName, bool IsDone, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<string> UnknownHeadings)
{
    public int Count(RowFate fate) => Rows.Count(r => r.Fate == fate);
}

/// <param name="Reasons">Why the row is refused, in the reader's language.</param>
public sealed record ImportedRow(int Line, RowFate Fate, string Login, string Name, Guid? Person, IReadOnlyList<HistoryChange> Changes, IReadOnlyList<string> Reasons);

[Platform.Texts.TextKeys("identity.fate")]
public enum RowFate
{
    /// <summary>Creates a person.</summary>
    New,

    /// <summary>Changes a person.</summary>
    Changed,

    /// <summary>Says what is known.</summary>
    Same,

    /// <summary>Cannot be taken; the others can.</summary>
    Refused,
}
