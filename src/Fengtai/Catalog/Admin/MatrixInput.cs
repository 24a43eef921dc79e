using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Catalog.Admin;

/// <summary>The matrix as its form posts it: <c>cell.high.low</c> is a priority, <c>impact.high</c> and <c>impact.high.en</c> what a level means.</summary>
public sealed class MatrixInput
{
    private readonly Dictionary<string, string> _values;

    private MatrixInput(Dictionary<string, string> values) => _values = values;

    public string this[string name] => _values.GetValueOrDefault(name, "");

    public static MatrixInput Of(PriorityMatrix matrix) => new(matrix.Cells.Select(c => KeyValuePair.Create(Cell(c.Impact, c.Urgency), Word(c.Priority)))
        .Concat(matrix.Impacts.SelectMany(i => Meaning("impact", i)))
        .Concat(matrix.Urgencies.SelectMany(u => Meaning("urgency", u)))
        .ToDictionary());

    public static MatrixInput From(IFormCollection form) => new(form.ToDictionary(f => f.Key, f => f.Value.ToString().ReplaceLineEndings("\n").Trim()));

    internal static MatrixInput From(Dictionary<string, string> values) => new(values);

    public static string Cell(Impact impact, Urgency urgency) => $"cell.{Word(impact)}.{Word(urgency)}";

    public static string Word<TLevel>(TLevel level)
        where TLevel : struct, Enum => Words.Of(level);

    internal Result<MatrixValues> Read()
    {
        var texts = new GivenTexts();
        var refusals = new List<Refusal>();
        List<MatrixCell> cells = [.. from impact in Enum.GetValues<Impact>() from urgency in Enum.GetValues<Urgency>() select new MatrixCell(impact, urgency, Graded(impact, urgency, refusals))];
        var values = new MatrixValues(cells, Meanings<Impact>("impact", texts), Meanings<Urgency>("urgency", texts));
        refusals.AddRange(texts.Refusals);
        return refusals.Count > 0 ? Result<MatrixValues>.Refused(refusals) : values;
    }

    internal IReadOnlyDictionary<string, string> Values() => _values;

    private Priority Graded(Impact impact, Urgency urgency, List<Refusal> refusals)
    {
        var name = Cell(impact, urgency);
        if (Enum.GetValues<Priority>().Cast<Priority?>().FirstOrDefault(p => Word(p!.Value) == this[name]) is { } priority)
        {
            return priority;
        }
        refusals.Add(new UnknownValue(name, this[name]));
        return default;
    }

    private List<LevelMeaning<TLevel>> Meanings<TLevel>(string kind, GivenTexts texts)
        where TLevel : struct, Enum => [.. Enum.GetValues<TLevel>().Select(level =>
        {
            var name = $"{kind}.{Word(level)}";
            return new LevelMeaning<TLevel>(
                level,
                texts.Lines(name, this[name], MatrixValues.LongestMeaning, required: true),
                texts.Lines($"{name}.en", this[$"{name}.en"], MatrixValues.LongestMeaning));
        })];

    private static IEnumerable<KeyValuePair<string, string>> Meaning<TLevel>(string kind, LevelMeaning<TLevel> meaning)
        where TLevel : struct, Enum =>
        [new($"{kind}.{Word(meaning.Level)}", meaning.Text), new($"{kind}.{Word(meaning.Level)}.en", meaning.TextEn)];
}
