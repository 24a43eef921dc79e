using Fengtai.Platform.Access;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Fengtai.Shell;

/// <summary>Language and theme, kept in cookies of this browser.</summary>
internal static class ChangePreferences
{
    public sealed record Form
    {
        public string? Language { get; init; }

        public string? Theme { get; init; }

        /// <summary>The page to come back to.</summary>
        public string? Return { get; init; }
    }

    public static void MapPreferences(this IEndpointRouteBuilder routes) => routes
        .MapPost("/preferences", Change)
        .Open("language and appearance are chosen before signing in, too");

    private static IResult Change([FromForm] Form form, HttpContext http)
    {
        if (SpokenLanguages.Known(form.Language) is { } language)
        {
            http.RememberLanguage(language);
        }
        if (Enum.TryParse<Theme>(form.Theme, ignoreCase: true, out var theme) && Enum.IsDefined(theme))
        {
            http.RememberTheme(theme);
        }
        return PageAnswers.SeeOther(form.Return ?? "/");
    }
}
