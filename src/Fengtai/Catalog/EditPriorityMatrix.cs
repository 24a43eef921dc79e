using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>Changes which priority an impact and an urgency make, and what the levels mean. Tickets that have a priority keep it.</summary>
internal sealed class EditPriorityMatrix(Work work)
{
    /// <param name="version">The one the change is based on; another one is refused as stale.</param>
    public async Task<Result<Done>> RunAsync(MatrixValues values, uint version, Actor actor, CancellationToken cancellation)
    {
        var matrix = await work.Db.Set<PriorityMatrix>().SingleAsync(cancellation);
        if (matrix.Version != version)
        {
            return new ChangedMeanwhile();
        }
        var cells = values.CellChanges(matrix).ToList();
        var meanings = values.MeaningChanges(matrix);
        if (cells.Count == 0 && meanings.Count == 0)
        {
            return default(Done);
        }
        (matrix.Cells, matrix.Impacts, matrix.Urgencies) = (values.Cells, values.Impacts, values.Urgencies);
        work.Record(PriorityMatrixEdited.About(), new PriorityMatrixEdited(cells, meanings), actor);
        return await work.SaveAsync(cancellation);
    }
}

/// <summary>A whole matrix: nine cells, three meanings each.</summary>
internal sealed record MatrixValues(IReadOnlyList<MatrixCell> Cells, IReadOnlyList<LevelMeaning<Impact>> Impacts, IReadOnlyList<LevelMeaning<Urgency>> Urgencies)
{
    public const int LongestMeaning = 200;

    public static MatrixValues Of(PriorityMatrix matrix) => new(matrix.Cells, matrix.Impacts, matrix.Urgencies);

    public IEnumerable<CellChange> CellChanges(PriorityMatrix before) =>
        from cell in Cells
        let was = before.Grade(cell.Impact, cell.Urgency)
        where was != cell.Priority
        select new CellChange(cell.Impact, cell.Urgency, was, cell.Priority);

    public Dictionary<string, DetailChange> MeaningChanges(PriorityMatrix before)
    {
        var was = Words(Of(before));
        return Words(this).Where(w => was[w.Key] != w.Value).ToDictionary(w => w.Key, w => new DetailChange(was[w.Key], w.Value));
    }

    private static Dictionary<string, string> Words(MatrixValues values) =>
        values.Impacts.SelectMany(i => Named("impact", i)).Concat(values.Urgencies.SelectMany(u => Named("urgency", u))).ToDictionary();

    private static IEnumerable<KeyValuePair<string, string>> Named<TLevel>(string what, LevelMeaning<TLevel> meaning)
        where TLevel : struct, Enum
    {
        var level = $"{what}.{meaning.Level.ToString().ToLowerInvariant()}";
        yield return new(level, meaning.Text);
        yield return new($"{level}.en", meaning.TextEn);
    }
}
