using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Ui;

/// <summary>What a browser remembers of its reader's taste, for a year.</summary>
public static class Remembered
{
    internal const string LanguageCookie = "fengtai.language";
    internal const string ThemeCookie = "fengtai.theme";

    /// <param name="culture">One of <see cref="SpokenLanguages.All"/>; signing in sets it to the person's own.</param>
    public static void RememberLanguage(this HttpContext http, string culture) => http.Keep(LanguageCookie, culture);

    public static void RememberTheme(this HttpContext http, Theme theme) => http.Keep(ThemeCookie, theme.ToString());

    private static void Keep(this HttpContext http, string name, string value) => http.Response.Cookies.Append(
        name, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
}
