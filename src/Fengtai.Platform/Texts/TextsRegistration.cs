using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Texts;

public static class TextsRegistration
{
    /// <summary>The texts embedded in the given assemblies, as the one <see cref="IStringLocalizer"/>.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, params Assembly[] assemblies) =>
        services.AddSingleton<IStringLocalizer>(new JsonTexts(assemblies.SelectMany(TextFile.EmbeddedIn)));
}
