using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Fengtai.Catalog.Admin;

/// <summary>The page of the priority matrix.</summary>
internal static class MatrixRoutes
{
    private const string Home = "/admin/priority-matrix";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Home).Requires(CatalogPermissions.Administer);
        admin.MapGet("", (PriorityMatrixQuery query, CatalogHistory history, IStringLocalizer texts, CancellationToken cancellation) => PageAsync(query, history, texts, null, [], cancellation));
        admin.MapPost("", EditAsync);
    }

    private static async Task<IResult> EditAsync(IFormCollection posted, EditPriorityMatrix edit, PriorityMatrixQuery query, CatalogHistory history, IStringLocalizer texts, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var input = MatrixInput.From(posted);
        var version = uint.TryParse(posted["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var values = input.Read();
        var result = values.IsRefused ? Result<Done>.Refused(values.Refusals) : await edit.RunAsync(values.Value, version, actor, cancellation);
        if (result.IsRefused)
        {
            return await PageAsync(query, history, texts, input, result.Refusals, cancellation);
        }
        http.Say("catalog.said.saved");
        return PageAnswers.SeeOther(Home);
    }

    private static async Task<IResult> PageAsync(PriorityMatrixQuery query, CatalogHistory history, IStringLocalizer texts, MatrixInput? input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var matrix = await query.CurrentAsync(cancellation);
        var stored = MatrixInput.Of(matrix);
        var isStale = refusals.Any(r => r is ChangedMeanwhile);
        var page = new
        {
            Input = input ?? stored,
            matrix.Version,
            History = await history.AskAsync(PriorityMatrix.TheId, cancellation),
            Errors = isStale || refusals.Count == 0 ? null : FormErrors.From(refusals, texts),
            Differences = isStale ? Differences(stored, input!, texts) : null,
        };
        return PageAnswers.Page<MatrixPage>(page, refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static List<Difference> Differences(MatrixInput stored, MatrixInput typed, IStringLocalizer texts) =>
        [.. typed.DiffersFrom(stored).Select(name => new Difference(Label(name, texts), Shown(name, stored[name], texts), Shown(name, typed[name], texts)))];

    private static string Label(string name, IStringLocalizer texts)
    {
        var parts = name.Split('.');
        string level = parts[0] == "urgency" ? texts[$"catalog.urgency.{parts[1]}"] : texts[$"catalog.impact.{parts[1]}"];
        return parts switch
        {
            ["cell", _, var urgency] => texts["catalog.matrix.cell", level, texts[$"catalog.urgency.{urgency}"]],
            [_, _, "en"] => texts["catalog.matrix.english", level],
            _ => texts["catalog.matrix.chinese", level],
        };
    }

    private static string Shown(string name, string value, IStringLocalizer texts) => name.StartsWith("cell.", StringComparison.Ordinal) ? texts[$"catalog.priority.{value}"] : value;
}
