using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Ui;

namespace Fengtai.Shell.Administration;

/// <summary>The administrator's view of background work.</summary>
internal static class Jobs
{
    public const string Path = "/admin/jobs";

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).Requires(PlatformPermissions.Operate);
        routes.MapPost(Path + "/{id:guid}/run", RunAgainAsync).Requires(PlatformPermissions.Operate);
    }

    private static async Task<IResult> ShowAsync(JobOverview overview, CancellationToken cancellation) => PageAnswers.Page<JobsPage>(new
    {
        Jobs = await overview.JobsAsync(cancellation),
        Counts = await overview.CountsAsync(cancellation),
        Recurring = await overview.RecurringAsync(cancellation),
    });

    private static async Task<IResult> RunAgainAsync(Guid id, RunJobAgain run, IFormCollection form, HttpContext http)
    {
        _ = form; // read, so that the form token is checked
        var result = await run.RunAsync(id, http.Actor(), http.RequestAborted);
        return result.IsRefused ? result.Refusals.AsResult(http) : PageAnswers.SeeOther(Path);
    }
}
