using Fengtai.Identity.Admin;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Tables;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Fengtai.Identity;

/// <summary>Upload, look, import: the pages of the import of people.</summary>
internal static class ImportRoutes
{
    private const string Path = PeopleQuery.Path + "/import";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("").Requires(IdentityPermissions.Administer);
        admin.MapGet(Path, () => PageAnswers.Page<ImportPage>());
        admin.MapPost(Path, PreviewAsync).AcceptsFiles();
        admin.MapPost(Path + "/{file:guid}", RunAsync);
        admin.MapGet(Path + "/template.csv", () => Results.Text('\ufeff' + CsvLine.Of(PeopleTable.Headings), "text/csv", System.Text.Encoding.UTF8));
    }

    private static async Task<IResult> PreviewAsync(IFormFile? file, ImportPeople import, Actor actor, IStringLocalizer texts, CancellationToken cancellation)
    {
        var report = await import.PreviewAsync(file, actor, cancellation);
        return report.IsRefused ? Refused(report.Refusals, texts) : PageAnswers.Page<ImportPage>(new { Report = report.Value });
    }

    private static async Task<IResult> RunAsync(Guid file, ImportPeople import, Actor actor, IStringLocalizer texts, IFormCollection posted, CancellationToken cancellation)
    {
        var report = await import.RunAsync(file, actor, cancellation);
        return report.IsRefused
            ? report.Refusal is NotFound ? Results.NotFound() : Refused(report.Refusals, texts)
            : PageAnswers.Page<ImportPage>(new { Report = report.Value });
    }

    private static IResult Refused(IReadOnlyList<Refusal> refusals, IStringLocalizer texts) =>
        PageAnswers.Page<ImportPage>(new { Errors = FormErrors.From(refusals, texts, "identity.field") }, StatusCodes.Status422UnprocessableEntity);
}
