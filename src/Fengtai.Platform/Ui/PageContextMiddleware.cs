using System.Globalization;
using Fengtai.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Ui;

/// <summary>Fills the <see cref="PageContext"/> once it is known who asks, and speaks their language from here on.</summary>
internal sealed class PageContextMiddleware(RequestDelegate next, TimeProvider time)
{
    /// <summary>Where nobody said otherwise: the zone of the users this is written for.</summary>
    private const string DefaultZone = "Asia/Shanghai";

    public Task InvokeAsync(HttpContext http, PageContext page)
    {
        var request = http.Request;
        page.Actor = http.Actor();
        SetOut(http, page);
        page.TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(page.Actor.TimeZone ?? DefaultZone, out var zone) ? zone : TimeZoneInfo.Utc;
        page.Now = time.GetUtcNow();
        page.Frame = request.Headers["Turbo-Frame"].FirstOrDefault();
        page.IsAhead = request.Headers["X-Sec-Purpose"].Contains("prefetch");
        page.Flash = page.IsAhead ? null : Flash.Read(request);
        CultureInfo.CurrentCulture = page.Culture;
        CultureInfo.CurrentUICulture = page.Culture;
        if (page.Flash is not null)
        {
            http.Response.OnStarting(() =>
            {
                if (page.FlashWasShown)
                {
                    http.Response.Cookies.Delete(Flash.Cookie);
                }
                return Task.CompletedTask;
            });
        }
        return next(http);
    }

    /// <summary>What the request alone says, for the page that tells a person in their language that nobody can be recognised at the moment.</summary>
    internal static void SetOut(HttpContext http, PageContext page)
    {
        var request = http.Request;
        page.Theme = Enum.TryParse<Theme>(request.Cookies[Remembered.ThemeCookie], ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : Theme.Auto;
        page.Culture = SpokenLanguages.Culture(SpokenLanguages.Known(request.Cookies[Remembered.LanguageCookie]) ?? SpokenLanguages.Known(page.Actor.Culture) ?? SpokenLanguages.Wanted(request.Headers.AcceptLanguage));
        page.Path = request.PathBase + request.Path + request.QueryString.Value;
    }
}
