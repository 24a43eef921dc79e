using Fengtai.Platform.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Ui;

/// <summary>The parts of the application that have a menu of their own.</summary>
public enum Area
{
    /// <summary>For users.</summary>
    Portal,

    /// <summary>For agents, engineers and managers.</summary>
    Desk,

    /// <summary>For administrators; stands below the desk's menu.</summary>
    Admin,
}

/// <summary>A place in a menu. Who lacks the permission does not see it.</summary>
/// <param name="Keys">Two keys that go there from anywhere on the desk: <c>g q</c>.</param>
public sealed record NavEntry(Area Area, string TextKey, string Icon, string Href, Permission? Permission = null, int Order = 0, string? Keys = null);

/// <summary>Where the search box of an area asks: <c>GET Href?q=…</c>.</summary>
public sealed record SearchPlace(Area Area, string Href, string TextKey, Permission? Permission = null);

/// <summary>The menus as this reader sees them.</summary>
public sealed class Navigation(IEnumerable<NavEntry> entries, IEnumerable<SearchPlace> searches, PageContext page)
{
    public IReadOnlyList<NavEntry> In(Area area) => [.. entries
        .Where(e => e.Area == area && (e.Permission is null || page.May(e.Permission)))
        .OrderBy(e => e.Order)];

    /// <summary>The first place of staff and administrators; null for who only asks for service.</summary>
    public NavEntry? Work => In(Area.Desk).Concat(In(Area.Admin)).FirstOrDefault();

    public SearchPlace? Search(Area area) => searches.FirstOrDefault(s => s.Area == area && (s.Permission is null || page.May(s.Permission)));

    /// <summary>The entry of the page itself or, of several in all menus that lead here, the nearest; null where that is in another menu.</summary>
    public NavEntry? Current(Area area) => Enum.GetValues<Area>().SelectMany(In).Where(e => page.IsAt(e.Href)).MaxBy(e => e.Href.Length) is { } nearest && nearest.Area == area ? nearest : null;
}

public static class NavigationSetUp
{
    public static IServiceCollection AddNavigation(this IServiceCollection services, NavEntry entry) => services.AddSingleton(entry);

    public static IServiceCollection AddSearch(this IServiceCollection services, SearchPlace search) => services.AddSingleton(search);
}
