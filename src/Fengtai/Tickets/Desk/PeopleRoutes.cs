using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>Answers to comboboxes: who is meant, what is it about?</summary>
internal static class PeopleRoutes
{
    public const string Path = "/desk/people";
    public const string CategoriesPath = "/desk/categories";
    public const string DepartmentsPath = "/desk/departments";
    public const string SitesPath = "/desk/sites";
    private const int Most = 12;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, PeopleAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet(CategoriesPath, CategoriesAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet(DepartmentsPath, (string? q, HttpContext http, Workplaces places) => PlacesAsync(places.DepartmentsAsync(q ?? "", Most, http.RequestAborted))).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet(SitesPath, (string? q, HttpContext http, Workplaces places) => PlacesAsync(places.SitesAsync(q ?? "", Most, http.RequestAborted))).Requires(TicketPermissions.Staff).ExcludeFromDescription();
    }

    public static string Detail(PersonCard person) =>
        string.Join(" · ", new[] { person.Department, person.Site, person.StaffNumber, person.Phone ?? person.Mobile }.Where(d => !string.IsNullOrEmpty(d)));

    private static async Task<IResult> PeopleAsync(string? q, HttpContext http, People people)
    {
        var found = await people.SearchAsync(q ?? "", Most, http.RequestAborted);
        await http.LookAsync(LookKind.Listed, found.Select(p => p.Id), q);
        return PageAnswers.Page<ComboboxOptions>(new
        {
            Items = (IReadOnlyList<Option>)[.. found.Select(p => new Option(p.Login, p.Name, Detail(p)))],
            WithAvatars = true,
        });
    }

    private static async Task<IResult> CategoriesAsync(string? q, HttpContext http, Categories categories)
    {
        var tree = await categories.OfferedAsync(http.RequestAborted);
        return PageAnswers.Page<ComboboxOptions>(new
        {
            Items = (IReadOnlyList<Option>)[.. CategorySearch.Find(tree, q ?? "").Take(Most).Select(c => new Option(c.Code, tree.PathNameOf(c), c.Advice.ToString(), c.Icon))],
        });
    }

    private static async Task<IResult> PlacesAsync(Task<IReadOnlyList<string>> found) =>
        PageAnswers.Page<ComboboxOptions>(new { Items = (IReadOnlyList<Option>)[.. (await found).Select(p => new Option(p, p))] });
}
