using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Fengtai.Platform.Files;

/// <summary>
/// Answers a file so that it can do no harm: its own type and nothing guessed, nothing run, kept by nobody but the
/// reader's browser, which asks each time whether it may still be seen. Pictures and PDF may be shown, all else is saved.
/// Whoever answers with it has checked that the reader may see the file.
/// </summary>
public sealed class FileDownload(StoredFile file, bool asAttachment = false) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var path = httpContext.RequestServices.GetRequiredService<FileStore>().PathOf(file);
        if (!File.Exists(path))
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var headers = httpContext.Response.Headers;
        headers.ContentDisposition = Disposition();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy();
        headers.CacheControl = "private, no-cache";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\"");
        return TypedResults.PhysicalFile(path, file.ContentType, fileDownloadName: null, file.CreatedAt, tag, enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
    }

    private bool IsShown => !asAttachment && (file.IsPicture || file.ContentType == FileTypes.Pdf);

    private string Disposition()
    {
        var disposition = new ContentDispositionHeaderValue(IsShown ? "inline" : "attachment");
        // both the plain name and the one in UTF-8 (RFC 6266)
        disposition.SetHttpFileName(file.Name);
        return disposition.ToString();
    }

    // browsers' PDF viewers do not open in a sandbox
    private string Policy() => IsShown && file.ContentType == FileTypes.Pdf
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
}
