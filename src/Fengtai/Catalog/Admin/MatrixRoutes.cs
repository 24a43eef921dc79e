using System.Globalization;
using Fengtai.Catalog.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
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
        var (shown, now) = (ShownValues.Read(input?["shown"]), stored.Values());
        var page = new
        {
            Input = isStale ? MatrixInput.From(ThreeWay.Merged(shown, now, input!.Values())) : input ?? stored,
            Stored = ShownValues.Write(now),
            matrix.Version,
            History = await history.AskAsync(PriorityMatrix.TheId, cancellation),
            Errors = isStale || refusals.Count == 0 ? null : Errors(refusals, texts),
            Differences = isStale ? ThreeWay.Changes(shown, now, input!.Values()).Select(c => Difference(c, texts)).ToList() : null,
        };
        return PageAnswers.Page<MatrixPage>(page, refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Difference Difference(MergedChange change, IStringLocalizer texts) =>
        new(Label(change.Name, texts), Shown(change.Name, change.Was, texts), Shown(change.Name, change.Now, texts), change.Typed is { } typed ? Shown(change.Name, typed, texts) : null);

    private static FormErrors Errors(IReadOnlyList<Refusal> refusals, IStringLocalizer texts)
    {
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(refusal.Field, texts[Problems.TextKey(refusal.GetType()), [.. refusal.Arguments.Select(a => a is string name && name == refusal.Field ? Label(name, texts) : a)]]);
        }
        return errors;
    }

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
