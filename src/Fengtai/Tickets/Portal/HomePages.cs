using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Portal;

/// <summary>Home, what the search there finds, and the list of one's own requests.</summary>
internal static class HomePages
{
    private const int CommonServices = 6;
    private const int MostFound = 10;
    private const int PageSize = 20;
    private const int LongestSearch = 200;

    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/", HomeAsync);
        portal.MapGet("/find", FindAsync);
        portal.MapGet("/requests", ListAsync);
    }

    private static async Task<IResult> HomeAsync(HttpContext http, Categories categories, OwnRequests own)
    {
        var tree = await categories.OfferedAsync(http.RequestAborted);
        return PageAnswers.Page<HomePage>(new { Services = tree.Roots.Take(CommonServices).ToList(), Tree = tree, Requests = await own.OpenAsync(http.Actor(), http.RequestAborted) });
    }

    private static async Task<IResult> FindAsync(HttpContext http, Categories categories, OwnRequests own, string? q)
    {
        var words = Bounded(q);
        if (words.Length == 0)
        {
            return PageAnswers.SeeOther("/");
        }
        var tree = await categories.OfferedAsync(http.RequestAborted);
        var found = await own.PageAsync(http.Actor(), isOpen: null, words, MostFound, null, http.RequestAborted);
        return PageAnswers.Page<FoundPage>(new { Words = words, Tree = tree, Categories = FittingCategories.For(words, tree), Requests = found.Value.Items });
    }

    private static async Task<IResult> ListAsync(HttpContext http, OwnRequests own, string? state, string? q, string? after)
    {
        var closed = state == "closed";
        var words = Bounded(q);
        var page = await own.PageAsync(http.Actor(), isOpen: words.Length > 0 && state is null ? null : !closed, words.Length > 0 ? words : null, PageSize, after, http.RequestAborted);
        return page.IsRefused
            ? PageAnswers.SeeOther("/requests")
            : PageAnswers.Page<RequestListPage>(new { Requests = page.Value.Items, page.Value.Next, Words = words, State = state is "open" or "closed" ? state : null, IsFurther = after is { Length: > 0 } });
    }

    private static string Bounded(string? typed) => PlainText.Line("q", typed is { Length: > LongestSearch } ? typed[..LongestSearch] : typed, LongestSearch).Value;
}
