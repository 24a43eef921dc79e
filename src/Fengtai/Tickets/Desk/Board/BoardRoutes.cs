using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>The board on a desk, on a wall, and for programs.</summary>
internal static class BoardRoutes
{
    private const string About = "Figures of the tickets that the token's person may see. Each has its count and, as `tickets`, the address of exactly these. "
        + "Days and hours are those of the person's time zone; every stretch includes its start and excludes its end.";

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<Boards>();
        services.AddScoped<BoardCounts>();
        services.AddScoped<BoardNames>();
        services.AddScoped<BoardLoads>();
        services.AddScoped<BoardOffers>();
        services.AddSingleton(BoardAge.Usual);
        services.AddSingleton<BoardMemory>();
        services.AddNavigation(new(Area.Desk, "board.title", "chart-bar", BoardAddress.Path, TicketPermissions.Board, 35, "g b"));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(BoardAddress.Path, ShowAsync<BoardPage>).Requires(TicketPermissions.Board).ExcludeFromDescription();
        routes.MapGet(BoardAddress.WallPath, ShowAsync<BoardWall>).Requires(TicketPermissions.Board).ExcludeFromDescription();
        routes.MapGet("/api/v1/board", AnswerAsync).WithTags("board").Requires(TicketPermissions.Board).Produces<BoardAnswer>().WithName("ReadBoard").WithDescription(About);
    }

    private static async Task<IResult> ShowAsync<TPage>(HttpContext http, Boards boards, BoardOffers offers, IStringLocalizer texts)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var board = await boards.AskAsync(http.Request.Query, http.Actor(), http.RequestAborted);
        if (!board.IsRefused)
        {
            return PageAnswers.Page<TPage>(new { Model = board.Value });
        }
        var address = Boards.Read(http.Request.Query);
        var model = new BoardModel(address) { Choices = await offers.OfAsync(address, http.RequestAborted), Errors = FormErrors.From(board.Refusals, texts) };
        var isBusy = board.Refusals.Any(r => r.Kind == RefusalKind.Unavailable);
        return PageAnswers.Page<TPage>(new { Model = model }, isBusy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="team">Codes of teams, <c>myTeams</c>, <c>none</c>; several by commas. <c>-team</c> means all others.</param>
    /// <param name="category">Codes of categories, each with all below it.</param>
    /// <param name="site">The requester's site as it is written.</param>
    /// <param name="period">The days that are looked back on, at most 92: <c>last30Days</c>, <c>lastMonth</c>, <c>2026-11-01..2026-11-20</c>.</param>
#pragma warning disable IDE0060 // named for the description; read from the query as lists of tickets read them
    private static async Task<IResult> AnswerAsync(HttpContext http, Boards boards, string? team, string? category, string? site, string? period)
#pragma warning restore IDE0060
    {
        var board = await boards.AskAsync(http.Request.Query, http.Actor(), http.RequestAborted);
        return board.IsRefused ? board.Refusals.AsResult(http) : Results.Json(BoardAnswer.Of(board.Value), Json.Options);
    }
}
