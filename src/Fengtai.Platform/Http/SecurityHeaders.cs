using System.Security.Cryptography;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Http;

/// <summary>
/// What every answer tells the browser not to do. A handler that serves files may set a stricter policy of its own.
/// The nonce is for the one style element that Turbo inserts (its progress bar).
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, PageContext page)
    {
        page.Nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        // on starting, because whoever answers an error clears the headers first
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : Policy(page.Nonce);
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "geolocation=(), payment=(), usb=(), interest-cohort=()";
            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }
            // a page is of this moment and of this person; assets and files say otherwise themselves
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-cache, private";
            }
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static string Policy(string nonce) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' 'nonce-{nonce}'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
}
