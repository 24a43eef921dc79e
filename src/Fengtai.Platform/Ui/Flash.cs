using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Ui;

/// <summary>One message that the next page shows, once: "工单 100042 已关闭".</summary>
/// <param name="TextKey">A text of the practice that says it.</param>
/// <param name="Arguments">What its placeholders stand for.</param>
/// <param name="Undo">Where a POST takes it back; null where nothing can be taken back.</param>
public sealed record Flash(string TextKey, string[] Arguments, string? Undo = null)
{
    internal const string Cookie = "fengtai.flash";

    internal static Flash? Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 and < 2000 } value)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<Flash>(Uri.UnescapeDataString(value)) is { TextKey: not null, Arguments: not null } flash
                && (flash.Undo is null || (flash.Undo.StartsWith('/') && !flash.Undo.StartsWith("//", StringComparison.Ordinal)))
                ? flash
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public static class Flashes
{
    /// <summary>Leaves a message for the page that comes after this answer.</summary>
    public static void Say(this HttpContext http, string textKey, params string[] arguments) => http.Say(new Flash(textKey, arguments));

    /// <summary>Leaves a message for the page that comes after this answer.</summary>
    public static void Say(this HttpContext http, Flash flash) => http.Response.Cookies.Append(
        Flash.Cookie, Uri.EscapeDataString(JsonSerializer.Serialize(flash)), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(2), IsEssential = true });
}
