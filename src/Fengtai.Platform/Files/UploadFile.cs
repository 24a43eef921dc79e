using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Platform.Files;

/// <summary>
/// Programs upload a file as the whole body, <c>POST /api/v1/files?name=error.png</c>, and name its id in what they
/// attach it to. What is not attached within a day is removed.
/// </summary>
internal static class UploadFile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/files", PostAsync).SignedIn().AcceptsFiles().WithName("UploadFile").WithTags("Files");

    private static async Task<IResult> PostAsync(HttpContext http, FileStore files, Actor actor, string? name, CancellationToken cancellation)
    {
        var result = await files.SaveAsync(http.Request.Body, name, FileLimits.MostBytes, actor, cancellation);
        return result.IsRefused
            ? result.Refusals.AsResult(http)
            : Results.Json(UploadedFile.Of(result.Value), Json.Options, statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>A file as programs see it.</summary>
public sealed record UploadedFile(Guid Id, string Name, string ContentType, long Size, string Sha256)
{
    public static UploadedFile Of(StoredFile file) => new(file.Id, file.Name, file.ContentType, file.Size, Convert.ToHexStringLower(file.Sha256));
}
