using Fengtai.Catalog;
using Fengtai.Platform.Refusals;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Catalog;

public sealed class PriorityMatrixTests(App app) : CatalogTest(app)
{
    [Theory]
    [InlineData(Impact.High, Urgency.High, Priority.Urgent)]
    [InlineData(Impact.High, Urgency.Medium, Priority.High)]
    [InlineData(Impact.High, Urgency.Low, Priority.Normal)]
    [InlineData(Impact.Medium, Urgency.High, Priority.High)]
    [InlineData(Impact.Medium, Urgency.Medium, Priority.Normal)]
    [InlineData(Impact.Medium, Urgency.Low, Priority.Low)]
    [InlineData(Impact.Low, Urgency.High, Priority.Normal)]
    [InlineData(Impact.Low, Urgency.Medium, Priority.Low)]
    [InlineData(Impact.Low, Urgency.Low, Priority.Low)]
    public async Task TheDefault_IsTheUsualTable(Impact impact, Urgency urgency, Priority priority)
    {
        var matrix = await CurrentAsync();

        Assert.Equal(priority, matrix.Grade(impact, urgency));
        Assert.False(matrix.MeaningOf(impact).IsEmpty || matrix.MeaningOf(urgency).IsEmpty);
    }

    private Task<PriorityMatrix> CurrentAsync() => Run((PriorityMatrixQuery query) => query.CurrentAsync());
}

public sealed class EditPriorityMatrixTests(App app) : CatalogTest(app)
{
    [Fact]
    public async Task Editing_IsInForceAtOnce_AndInTheHistory()
    {
        var matrix = await CurrentAsync();
        var values = MatrixValues.Of(matrix) with
        {
            Cells = [.. matrix.Cells.Select(c => c is { Impact: Impact.Low, Urgency: Urgency.High } ? c with { Priority = Priority.High } : c)],
            Impacts = [.. matrix.Impacts.Select(i => i.Level == Impact.Low ? i with { Text = "一两个人" } : i)],
        };

        var result = await Run((EditPriorityMatrix edit) => edit.RunAsync(values, matrix.Version, Administrator, default));

        Assert.False(result.IsRefused);
        var now = await CurrentAsync();
        Assert.Equal((Priority.High, "一两个人"), (now.Grade(Impact.Low, Urgency.High), now.MeaningOf(Impact.Low).Chinese));
        var happened = Assert.Single(await EventsAsync(PriorityMatrix.TheId));
        Assert.Equal("priorityMatrixEdited", happened.Kind);
        Assert.Equal("""[{"impact":"low","urgency":"high","from":"normal","to":"high"}]""", Compact(happened.Data.GetProperty("cells")));
        Assert.Equal("只影响一个人", happened.Data.GetProperty("meanings").GetProperty("impact.low").GetProperty("from").GetString());

        Assert.Equal(new ChangedMeanwhile(), (await Run((EditPriorityMatrix edit) => edit.RunAsync(values, matrix.Version, Administrator, default))).Refusal);
    }

    private Task<PriorityMatrix> CurrentAsync() => Run((PriorityMatrixQuery query) => query.CurrentAsync());

    private static string Compact(System.Text.Json.JsonElement json) => System.Text.Json.JsonSerializer.Serialize(
        System.Text.Json.JsonSerializer.Deserialize<CellChange[]>(json, Fengtai.Platform.Http.Json.Options), Fengtai.Platform.Http.Json.Options);
}
