namespace Fengtai.Identity;

internal static class SessionCookie
{
    public const string Name = "fengtai";

    /// <param name="until">How long the browser keeps it; null: until it is closed.</param>
    public static void Set(HttpContext http, string secret, DateTimeOffset? until) => http.Response.Cookies.Append(Name, secret, Options(http, until));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, DateTimeOffset? until) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/",
        Expires = until,
        IsEssential = true,
    };
}
