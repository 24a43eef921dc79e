using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Writing;

/// <summary>How will what somebody is writing look, and is there somebody whom it cannot name? By the same renderer that shows it afterwards.</summary>
internal sealed class RenderText(FengtaiDb db, ReadNotes notes, TicketReferences references, PicturesInTexts pictures, IStringLocalizer texts)
{
    public const string Path = "/desk/rendering";

    internal sealed record Input(string? Text);

    /// <summary>The address for texts about a ticket, or about one that is yet to be opened.</summary>
    public static string For(Ticket? ticket) => ticket is null ? Path : $"{Path}?ticket={ticket.Number}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, ShowAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(long? ticket, HttpContext http, RenderText render)
    {
        var input = await ApiBody.ReadAsync<Input>(http);
        if (input.IsRefused)
        {
            return input.Refusals.AsResult(http);
        }
        var rendered = await render.RunAsync(input.Value.Text, ticket, http.Actor(), http.RequestAborted);
        return rendered.IsRefused ? rendered.Refusals.AsResult(http) : PageAnswers.Page<RenderedText>(new { Rendered = rendered.Value });
    }

    private async Task<Result<Rendered>> RunAsync(string? given, long? number, Actor actor, CancellationToken cancellation)
    {
        var text = PlainText.Lines("text", given, TicketLimits.Description);
        if (text.IsRefused)
        {
            return text.Refusal;
        }
        var ticket = number is null ? null : await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation);
        if (number is not null && (ticket is null || !Standing.Of(actor, ticket).SeesInternals))
        {
            return new NotFound();
        }
        var named = ticket is null ? Array.Empty<NamedPerson>() : await notes.OfAsync(text.Value, ticket, cancellation);
        return new Rendered(text.Value, named.IsRefused ? texts.Sentence(named.Refusal) : null, new()
        {
            Mentions = named.IsRefused ? new Dictionary<string, bool>() : named.Value.ToDictionary(n => n.Said, n => actor.Is(n.PersonId)),
            Numbers = await references.NumbersAsync([text.Value], actor, onDesk: true, cancellation),
            Pictures = await PicturesAsync(text.Value, ticket, actor, cancellation),
        });
    }

    private async Task<IReadOnlySet<string>> PicturesAsync(string text, Ticket? ticket, Actor actor, CancellationToken cancellation)
    {
        var uploaded = await pictures.NewAsync(text, actor, cancellation);
        var attached = ticket is null ? [] : await db.Set<Attachment>().Where(a => a.TicketId == ticket.Id).Select(a => a.FileId).ToListAsync(cancellation);
        return uploaded.Concat(attached).Select(TicketFiles.Link).ToHashSet();
    }
}
